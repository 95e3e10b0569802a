using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending;

/// <summary>Where a fact is from, in the reader's language.</summary>
internal static class SourceWords
{
    /// <summary>Kept facts name sources of the product's own in both languages, with a stroke between; what people typed stands as it is.</summary>
    public static string In(string source, Language language)
    {
        var at = source.IndexOf(" / ", StringComparison.Ordinal);
        return at <= 0 || char.IsAscii(source[at - 1]) || at + 3 >= source.Length || !char.IsAsciiLetterLower(source[at + 3]) ? source : language == Language.Zh ? source[..at] : source[(at + 3)..];
    }
}
