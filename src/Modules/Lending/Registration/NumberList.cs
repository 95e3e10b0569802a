namespace Zhirong.Modules.Lending.Registration;

/// <summary>A list of numbers as somebody pastes it: by lines, commas, tabs; blanks belong to a number unless each part is one by itself.</summary>
internal static class NumberList
{
    /// <summary>Digits a part needs to be a number of its own.</summary>
    private const int FewestDigits = 7;

    private static readonly char[] Separators = ['\n', '\r', '\t', ',', ';', '，', '；', '、', '|'];

    /// <summary>The numbers in their order, each as often as it stands there; quotes and leading bullets fall away.</summary>
    public static IReadOnlyList<string> Of(string pasted) => [.. pasted.Split(Separators, StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts).Select(Bare).Where(p => p.Any(char.IsAsciiDigit))];

    /// <summary><c>ZL 2019 1 0561574.9</c> is one; <c>201910561574.9 201810123456.7</c> are two.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(p => FullWidth.Narrow(p).Count(char.IsAsciiDigit) >= FewestDigits) ? parts : [text];
    }

    private static string Bare(string text)
    {
        var plain = FullWidth.Narrow(text).Trim().Trim('"', '\'', '“', '”', '·', '•', '*').Trim();
        return plain.Length <= 100 ? plain : plain[..100];
    }
}
