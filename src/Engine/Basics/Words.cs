namespace Zhirong.Engine.Basics;

/// <summary>The language a person reads: Chinese first, English second.</summary>
public enum Language
{
    Zh,
    En,
}

/// <summary>One sentence or term in both languages; the figures inside are the same in each.</summary>
/// <param name="Zh">Simplified Chinese (zh-CN).</param>
/// <param name="En">English.</param>
public readonly record struct Words(string Zh, string En)
{
    /// <summary>The sentence in the reader's language.</summary>
    public string In(Language language) => language == Language.En ? En : Zh;

    /// <summary>A name or figure that reads the same in both languages.</summary>
    public static Words Same(string text) => new(text, text);

    public override string ToString() => $"{Zh} / {En}";
}
