using System.Text.RegularExpressions;

namespace Zhirong.Modules.Securitization.Excel.Trees;

/// <summary>What YAML would make of a plain scalar.</summary>
internal static partial class PlainText
{
    /// <summary>Null, a flag, a number or a date when it stands without quotes.</summary>
    public static bool LooksTyped(string text) => text.Length <= 64 && Typed().IsMatch(text);

    [GeneratedRegex(
        @"^(|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF"
            + @"|[+-]?(\d[\d_]*(\.\d*)?|\.\d+)([eE][+-]?\d+)?|0x[0-9A-Fa-f]+|0o[0-7]+|[+-]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|\d{4}-\d{1,2}-\d{1,2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Typed();
}
