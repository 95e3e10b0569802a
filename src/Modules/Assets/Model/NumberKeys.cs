using Zhirong.Modules.Assets.Reading;

namespace Zhirong.Modules.Assets.Model;

/// <summary>
/// How numbers name a right. One application is one right: two records that share an application number, or a publication, grant or
/// registration number, speak of the same.
/// </summary>
public static class NumberKeys
{
    /// <summary>The keys of a record's own numbers, the strongest first.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<RightNumber> numbers, RightKind? kind) =>
        [.. numbers.Where(n => n.Use is not NumberUse.Priority && n.Text.Length > 0).OrderBy(n => Rank(n.Use)).Select(n => Of(n, kind)).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// <c>CN:a:201910561574.9</c>. Registration numbers of different registers may be equal, so they carry the category; a registered
    /// number of a patent is its application's or its publication's.
    /// </summary>
    public static string Of(RightNumber number, RightKind? kind) => number.Use switch
    {
        NumberUse.Application => $"{number.Office}:a:{Family(kind)}{number.Text}",
        NumberUse.Registration or NumberUse.Certificate when kind is { } k && !k.IsPatent() => $"{number.Office}:{(number.Use == NumberUse.Certificate ? 'c' : 'r')}:{Register(k)}:{number.Text}",
        NumberUse.Registration or NumberUse.Certificate => $"{number.Office}:{(number.Use == NumberUse.Certificate ? 'c' : 'r')}:{number.Text}",
        _ => $"{number.Office}:p:{number.Text}{number.DocumentKind}",
    };

    /// <summary>Trademarks have application numbers of their own.</summary>
    private static string Family(RightKind? kind) => kind is { } k && !k.IsPatent() ? $"{Register(k)}:" : "";

    /// <summary>Marks share one register, whether of goods or of origin.</summary>
    private static string Register(RightKind kind) => (kind == RightKind.GiMark ? RightKind.Trademark : kind).Word();

    private static int Rank(NumberUse use) => use switch
    {
        NumberUse.Application => 0,
        NumberUse.Registration => 1,
        NumberUse.Grant => 2,
        NumberUse.Publication => 3,
        _ => 4,
    };
}
