using System.CommandLine;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Host.Tables;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Firms;
using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Modules.Assets.Taking;

namespace Zhirong.Host.Verbs;

/// <summary><c>import rights</c>, <c>import firms</c> and <c>import loans</c>: reads files of registers and reports what was taken, joined, refused and left.</summary>
internal static class ImportVerbs
{
    public static Command Command() => new("import", "读取登记数据 / read files of registers") { Rights(), Firms(), Loans() };

    private static Command Rights()
    {
        var format = new Option<string?>("--format") { Description = string.Join(" | ", RegisterFormats.Words) };
        format.AcceptOnlyFromAmong([.. RegisterFormats.Words]);
        return Verb("rights", "权利 / rights", format, request => Rights(request));
    }

    private static Command Firms() => Verb("firms", "企业报表 / firms' statements", null, ReadFirms);

    private static Command Loans() => Verb("loans", "贷款台账 / registers of loans", null, request => ImportLoansVerb.Run(request.Files, request.Mapping, request.Into, request.AsOf, Today, request.Json, request.Language));

    private static Command Verb(string name, string description, Option<string?>? format, Func<Request, int> run)
    {
        var files = new Argument<string[]>("file") { Arity = ArgumentArity.OneOrMore, Description = "csv, xlsx, XML, - = stdin" };
        var mapping = new Option<string?>("--mapping") { Description = "自备表头映射 / titles of one's own, field,headers" };
        var into = new Option<string?>("--into") { Description = "存入 / store in: a SQLite file or a connection string" };
        var asOf = new Option<DateOnly>("--as-of") { Description = "数据所述的日期，记录自己没有写明时用 / the day the file stands at, where its records do not say", DefaultValueFactory = _ => Today };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command(name, description) { files, mapping, into, asOf, json, language };
        if (format is not null)
        {
            command.Add(format);
        }

        command.SetAction(parsed => run(new(
            parsed.GetValue(files)!, format is null ? null : parsed.GetValue(format), parsed.GetValue(mapping), parsed.GetValue(into), parsed.GetValue(asOf), parsed.GetValue(json), CommandLine.LanguageOf(parsed, language))));
        return command;
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    private sealed record Request(IReadOnlyList<string> Files, string? Format, string? Mapping, string? Into, DateOnly AsOf, bool Json, Language Language);

    private static int Rights(Request request)
    {
        var aliases = Mapped(request, HeaderAliases.Read(File.ReadAllBytes(Home.HeaderAliases)).Value, HeaderAliases.Read, (own, over) => own.With(over));
        if (!aliases.Ok)
        {
            return Answer.Refuse(request.Mapping!, aliases.Refusals, request.Language);
        }

        var opened = request.Into is { } target ? ImportInto.Open(target) : default(Result<ImportInto>?);
        if (opened is { Ok: false } unfit)
        {
            return Answer.Refuse(request.Into!, unfit.Refusals, request.Language);
        }

        using var into = opened?.Value;
        var reader = new RightsReader(aliases.Value);
        var report = new ImportReport();
        foreach (var path in request.Files)
        {
            using var file = Open(path, out var missing);
            if (file is null)
            {
                return Answer.Refuse(path, [missing!], request.Language);
            }

            var format = request.Format is { } word ? RegisterFormats.Read(word) : null;
            if (into is null)
            {
                foreach (var item in reader.Read(file, format))
                {
                    Seen(path, item);
                }

                continue;
            }

            var (whole, sha256) = ImportInto.Hashed(file);
            using (whole)
            {
                var taken = into.Take(Path.GetFileName(path), sha256, request.Format ?? "auto", request.AsOf, reader.Read(whole, format), item => Seen(path, item));
                if (taken.Repeated)
                {
                    // The report says what the file holds, whether or not the register had it.
                    whole.Position = 0;
                    foreach (var item in reader.Read(whole, format))
                    {
                        Seen(path, item);
                    }
                }

                Console.Error.WriteLine(Stored(path, taken).In(request.Language));
            }
        }

        void Seen(string path, ReadItem item)
        {
            report.Add(path, item);
            Progress(report.Taken + report.RefusedCount);
        }

        if (request.Json)
        {
            Answer.LongJson(writer => ImportJson.Write(writer, report, request.Language));
        }
        else
        {
            ImportTable.Print(report, request.Language);
        }

        return Exit(report.Taken, report.Refused, request.Language);
    }

    private static Words Stored(string path, IntakeReport taken) => taken.Repeated
        ? new($"{path}：此前已存入，未重复", $"{path}: stored before, nothing was done again")
        : new($"{path}：已存入，新增权利 {taken.Rights}，归入已有 {taken.Merged}，拒绝 {taken.Refused}", $"{path}: stored, {taken.Rights} new rights, {taken.Merged} records joined, {taken.Refused} refused");

    private static int ReadFirms(Request request)
    {
        if (request.Into is { } target)
        {
            return Answer.Refuse(target, [FirmsNotStored(target)], request.Language);
        }

        var aliases = Mapped(request, FirmAliases.Read(File.ReadAllBytes(Home.FirmAliases)).Value, FirmAliases.Read, (own, over) => own.With(over));
        if (!aliases.Ok)
        {
            return Answer.Refuse(request.Mapping!, aliases.Refusals, request.Language);
        }

        var items = new List<(string File, FirmItem Item)>();
        foreach (var path in request.Files)
        {
            using var file = Open(path, out var missing);
            if (file is null)
            {
                return Answer.Refuse(path, [missing!], request.Language);
            }

            items.AddRange(new FirmReader(aliases.Value).Read(file).Select(i => (path, i)));
        }

        if (request.Json)
        {
            Answer.Json(writer => FirmJson.Write(writer, items, request.Language));
        }
        else
        {
            FirmTable.Print(items, request.Language);
        }

        return Exit(items.Count(i => i.Item is FirmItem.Taken), [.. items.Where(i => i.Item is FirmItem.Refused).Select(i => (i.File, ((FirmItem.Refused)i.Item).Reason))], request.Language);
    }

    /// <summary>On a terminal, how many records have gone by; a short file says nothing.</summary>
    private static void Progress(long records)
    {
        if (records > 0 && records % 50_000 == 0 && !Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{records:N0}\r");
        }
    }

    /// <summary>Nothing could be taken: the reasons on stderr as well, and the input was bad.</summary>
    private static int Exit(long taken, IReadOnlyList<(string File, Refusal Reason)> refused, Language language)
    {
        if (taken > 0 || refused.Count == 0)
        {
            return Host.Exit.Done;
        }

        foreach (var (file, reason) in refused.Take(20))
        {
            Console.Error.WriteLine(Answer.Line(file, reason, language));
        }

        return Host.Exit.BadInput;
    }

    private static Refusal FirmsNotStored(string found) => new()
    {
        Code = "IMP-0601",
        Path = "--into",
        Found = found,
        Expected = new("在网页的企业页录入报表", "statements entered on the firm's page"),
        Message = new("企业报表只读取核对，不由命令行存入", "Firms' statements are read and checked; the command line does not store them"),
    };

    private delegate Result<T> MappingReader<T>(ReadOnlySpan<byte> csv);

    private static Result<T> Mapped<T>(Request request, T own, MappingReader<T> read, Func<T, T, T> over)
    {
        if (request.Mapping is null)
        {
            return Result<T>.Of(own);
        }

        var bytes = InputFiles.Read(request.Mapping);
        if (!bytes.Ok)
        {
            return Result<T>.Refused(bytes.Refusals);
        }

        var mapping = read(bytes.Value);
        return mapping.Ok ? Result<T>.Of(over(own, mapping.Value)) : mapping;
    }

    private static Stream? Open(string path, out Refusal? refusal)
    {
        refusal = null;
        try
        {
            return path == "-" ? Console.OpenStandardInput() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            refusal = DocRefusals.Missing(path, problem is FileNotFoundException or DirectoryNotFoundException ? "no such file" : problem.GetType().Name);
            return null;
        }
    }
}
