using System.CommandLine;
using Zhirong.Cases;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>demo</c>: the founding cases played in the shell, with cash flows, the published figures, and where the files are.</summary>
internal static class DemoVerb
{
    public static Command Command()
    {
        var language = CommandLine.LanguageOption();
        var command = new Command("demo", "演示两个创始案例 / play the founding cases") { language };
        command.SetAction(parsed => Play(CommandLine.LanguageOf(parsed, language)));
        return command;
    }

    private static int Play(Language language)
    {
        var zh = language == Language.Zh;
        Page.Line(zh
            ? "[bold blue]知融[/]：知识产权变成融资。交易文件进，现金流、成本、原因出，分毫不差。"
            : "[bold blue]Zhirong[/]: intellectual property into finance. A deal file goes in; out come cash flows, costs and reasons, to the fen.");
        var references = CaseFolders.References();
        foreach (var id in CaseFolders.Ids)
        {
            Page.Line();
            Deal(Path.Combine(Home.Cases, id, "deal.yaml"), language);
            if (CaseFolders.Open(id) is { Ok: true } source && CaseRun.Play(source.Value, references, [], null).Run is { } run)
            {
                CaseTable.Print(run, language, records: false);
            }
        }

        Files(zh);
        return Exit.Done;
    }

    private static void Deal(string path, Language language)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var prepared = DealPreparation.From(File.ReadAllBytes(path), null, Home.Holidays());
        if (prepared.Deal is { } deal)
        {
            using var run = new ExactMachine(deal).Run(prepared.Scenario!);
            RunTable.Print(run, RunWarnings.Of(run), language);
        }
    }

    private static void Files(bool zh)
    {
        Page.Line();
        Page.Line(zh ? "[bold]文件[/]" : "[bold]Files[/]");
        foreach (var id in CaseFolders.Ids)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Home.Cases, id)).Order(StringComparer.Ordinal))
            {
                Page.Line($"  {Page.Plain(Path.GetRelativePath(Home.Folder, file))}");
            }
        }

        var first = CaseFolders.Ids[0];
        var deal = Page.Plain(Path.Combine("cases", first, "deal.yaml"));
        Page.Line(zh ? "[bold]接着试试[/]" : "[bold]Try next[/]");
        Page.Line($"  ./run cli deal check {deal}");
        Page.Line($"  ./run cli deal run {deal} --why 1:A.interest");
        Page.Line($"  ./run cli case run {first} --records");
        Page.Line("  ./run bench deal");
    }
}
