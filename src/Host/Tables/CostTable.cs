using Spectre.Console;
using Zhirong.Cases;
using Zhirong.Cases.Plays;
using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;

namespace Zhirong.Host.Tables;

/// <summary>All-in cost of every borrower beside the ordinary loan's, for cases that play costs.</summary>
internal static class CostTable
{
    private const string Prefix = "costs.";

    private const string Suffix = ".net_if_granted";

    public static void Print(CaseRun run, Language language)
    {
        var outputs = run.Outputs.ToDictionary(o => o.Name, StringComparer.Ordinal);
        var firms = run.Outputs.Select(o => o.Name).Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..^Suffix.Length]).ToList();
        if (firms.Count == 0 || !run.Checks.Any(c => c.Check.Part == "costs"))
        {
            return;
        }

        var zh = language == Language.Zh;
        var table = Page.Table(zh ? "各户综合融资成本（年化，XIRR）" : "All-in cost of each firm (a year, XIRR)", zh ? "企业" : "firm", zh ? "补贴前#" : "gross#", zh ? "实际（扣已到账补贴）#" : "net of subsidies received#",
            zh ? "申请中的也获批#" : "if those applied for are granted#", zh ? "普通质押贷款#" : "ordinary pledge loan#", zh ? "降幅#" : "reduction#");
        foreach (var firm in firms)
        {
            string Cell(string what) => outputs.TryGetValue($"{Prefix}{firm}.{what}", out var output) ? Shown(output) : "—";
            table.AddRow(firm == "pool" ? zh ? "合计" : "pool" : Page.Plain(firm), Cell("gross"), Cell("net"), Cell("net_if_granted"), Cell("quote"), Cell("reduction"));
        }

        Page.Write(table);
    }

    private static string Shown(CaseOutput output) => output.Value.Kind == ValueKind.Rate ? CaseTable.Percent(output.Value.Number) : "—";
}
