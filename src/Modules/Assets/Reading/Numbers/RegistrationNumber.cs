using System.Text.RegularExpressions;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Numbers;

/// <summary>
/// Numbers of registers beside patents: trademarks, software and works, layouts, data. Their shape tells the kind where it is
/// their own; anything else stays as written.
/// </summary>
internal static partial class RegistrationNumber
{
    private const int Longest = 80;

    /// <summary>Null where the text cannot be a number.</summary>
    public static (RightNumber Number, RightKind? Kind)? Read(string raw)
    {
        var text = NumberText.Plain(raw);
        if (text.Length is 0 or > Longest || text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }

        if (Software().Match(text) is { Success: true } software)
        {
            return (new("CN", NumberUse.Registration, software.Value, "", raw), RightKind.SoftwareCopyright);
        }

        if (Layout().Match(text) is { Success: true } layout)
        {
            return (new("CN", NumberUse.Registration, $"BS.{layout.Groups["n"].Value}", "", raw), RightKind.IcLayout);
        }

        if (SoftwareCertificate().IsMatch(text))
        {
            return (new("CN", NumberUse.Certificate, text, "", raw), RightKind.SoftwareCopyright);
        }

        if (Work().IsMatch(text))
        {
            return (new("CN", NumberUse.Registration, text, "", raw), RightKind.WorkCopyright);
        }

        // International registrations of marks begin with G; a letter behind is a part of a mark that was divided.
        return Mark().IsMatch(text) ? (new("CN", NumberUse.Registration, text, "", raw), null) : (new("CN", NumberUse.Registration, Folding.Line(raw), "", raw), null);
    }

    [GeneratedRegex(@"^(19|20)\d{2}SR[A-Z]?\d{5,7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Software();

    [GeneratedRegex(@"^BS[.\-]?(?<n>\d{8,9})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Layout();

    [GeneratedRegex(@"^软著登字第?[A-Z]?\d{4,8}号?\z", RegexOptions.CultureInvariant)]
    private static partial Regex SoftwareCertificate();

    [GeneratedRegex(@"^.作登字-?\d{4}-?[A-Z]-?\d{5,8}(号)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Work();

    [GeneratedRegex(@"^G?\d{1,9}[A-Z]{0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
