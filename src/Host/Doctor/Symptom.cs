using Zhirong.Engine.Basics;

namespace Zhirong.Host.Doctor;

/// <summary>How bad it is.</summary>
internal enum Seriousness
{
    Ok,
    Warning,
    Failure,
}

/// <summary>One thing looked at.</summary>
/// <param name="Name">Permanent, such as <c>disk.space</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Advice">What to do; null where all is well.</param>
internal sealed record Symptom(string Name, Seriousness Seriousness, Words Title, Words Found, Words? Advice = null)
{
    public static Symptom Ok(string name, Words title, Words found) => new(name, Seriousness.Ok, title, found);
}

/// <summary>The installation that is looked at.</summary>
/// <param name="Data">Data folder or connection string.</param>
/// <param name="Keys">Folder of the evidence log's keys.</param>
internal sealed record Patient(string Data, string Keys, TimeProvider Clock)
{
    public bool IsFolder => !Data.Contains('=', StringComparison.Ordinal);
}
