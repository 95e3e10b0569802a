namespace Zhirong.Modules.Tests.Payments;

/// <summary>Runs a property with many seeds and names the one that breaks it.</summary>
internal static class Seeds
{
    public static void Hold(int count, Action<Random> property)
    {
        var first = Environment.GetEnvironmentVariable("ZHIRONG_SEED") is { Length: > 0 } given ? int.Parse(given) : Random.Shared.Next();
        for (var i = 0; i < (Repo.Long ? count * 20 : count); i++)
        {
            try
            {
                property(new Random(first + i));
            }
            catch (Exception problem)
            {
                throw new Xunit.Sdk.XunitException($"ZHIRONG_SEED={first + i}: {problem.Message}", problem);
            }
        }
    }
}
