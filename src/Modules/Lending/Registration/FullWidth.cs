namespace Zhirong.Modules.Lending.Registration;

/// <summary>Full-width letters, digits and signs, as Chinese keyboards write them.</summary>
internal static class FullWidth
{
    /// <summary>The text in ordinary letters, digits, signs and blanks; Chinese characters stay.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch { >= '\uFF01' and <= '\uFF5E' => (char)(from[i] - 0xFEE0), '\u3000' => ' ', _ => from[i] };
        }
    });
}
