using Zhirong.Cases;
using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;

namespace Zhirong.Host;

/// <summary>Finds case files: by id under the installation's <c>cases</c>, or by path.</summary>
internal static class CaseFolders
{
    private const string FileName = "case.yaml";

    /// <summary>Ids of the shipped cases, in order.</summary>
    public static IReadOnlyList<string> Ids => Directory.Exists(Home.Cases)
        ? [.. Directory.EnumerateDirectories(Home.Cases).Where(d => File.Exists(Path.Combine(d, FileName))).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)]
        : [];

    public static CaseReferences References()
    {
        var lpr = InputFiles.Read(Path.Combine(Home.Folder, "data", "rates", "lpr.csv"));
        return new(Home.Holidays(), lpr.Ok ? LprTable.Parse(System.Text.Encoding.UTF8.GetString(lpr.Value)).Value : LprTable.Empty);
    }

    /// <summary>An id, the path of a case file or of its folder, or <c>-</c>.</summary>
    public static Result<CaseSource> Open(string text)
    {
        if (Ids.Contains(text))
        {
            return At(Path.Combine(Home.Cases, text, FileName), Path.Combine("cases", text, FileName));
        }

        if (text == "-" || File.Exists(text))
        {
            return At(text, text);
        }

        if (Directory.Exists(text))
        {
            return At(Path.Combine(text, FileName), Path.Combine(text, FileName));
        }

        return text.Contains('/') || text.EndsWith(".yaml", StringComparison.Ordinal) || text.EndsWith(".json", StringComparison.Ordinal)
            ? Result<CaseSource>.Refused(InputFiles.Read(text).Refusals)
            : CaseRefusals.UnknownCase(text, Ids);
    }

    private static Result<CaseSource> At(string path, string shown)
    {
        var bytes = InputFiles.Read(path);
        if (!bytes.Ok)
        {
            return Result<CaseSource>.Refused(bytes.Refusals);
        }

        var folder = path == "-" ? "." : Path.GetDirectoryName(Path.GetFullPath(path))!;
        return new CaseSource { File = shown == "-" ? "<stdin>" : shown, Bytes = bytes.Value, Read = name => InputFiles.Read(Path.Combine(folder, name)) };
    }
}
