using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.People;

namespace Zhirong.Platform.Access.Organisations;

/// <summary>What can be checked of an organisation before the queue.</summary>
internal static class OrganisationChecks
{
    public static Refusal? Name(string path, string name) => name.Trim().Length is 0 or > 100 ? PeopleRefusals.Text(path, name.Trim().Length, 100) : null;

    /// <summary>A code of the early pilots, whose last character is not the standard's, passes.</summary>
    public static Refusal? Code(string? code) =>
        string.IsNullOrWhiteSpace(code) || CreditCode.Check(code.Trim()).Outcome != CreditCodeOutcome.Invalid ? null : PeopleRefusals.Code(code.Length <= 40 ? code : code[..40]);
}
