using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.People;

/// <summary>What can be checked of an account before the queue.</summary>
internal static class UserChecks
{
    public static IEnumerable<Refusal> Faults(string login, string name)
    {
        if (!Logins.Fit(login))
        {
            yield return PeopleRefusals.Login(login.Length <= 80 ? login : login[..80]);
        }

        if (Name(name) is { } refusal)
        {
            yield return refusal;
        }
    }

    public static Refusal? Name(string name) => name.Trim().Length is 0 or > 60 ? PeopleRefusals.Text("name", name.Trim().Length, 60) : null;
}
