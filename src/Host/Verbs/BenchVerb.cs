using System.CommandLine;
using Zhirong.Host.Bench;

namespace Zhirong.Host.Verbs;

/// <summary><c>bench</c>: our figures beside the anchors', one line each.</summary>
internal static class BenchVerb
{
    private static readonly Dictionary<string, Func<IEnumerable<BenchLine>>> Items = new() { ["deal"] = DealBench.Run, ["desk"] = DeskBench.Run, ["ledger"] = LedgerBench.Run, ["payments"] = PaymentsBench.Run, ["import"] = ImportBench.Run, ["register"] = () => RegisterBench.Run(null, null), ["valuation"] = ValuationBench.Run, ["match"] = MatchBench.Run, ["lending"] = () => LoanBench.Run().Concat(LoanCloseBench.Run()).Concat(DecisionBench.Run()).Concat(InstantBench.Run()), ["instant"] = InstantBench.Run };

    public static Command Command()
    {
        var item = new Argument<string?>("item") { Arity = ArgumentArity.ZeroOrOne, Description = string.Join(" | ", Items.Keys) };
        var rights = new Option<int?>("--rights") { Description = "register：检索多少项权利（默认 1,000,000） / register: rights searched among" };
        var folder = new Option<string?>("--folder") { Description = "register：权利库建在何处并保留；已建好则只测检索 / register: where the rights are kept; once there, only searches are timed" };
        var command = new Command("bench", "性能数字 / speed figures") { item, rights, folder };
        command.SetAction(parsed => Run(parsed.GetValue(item), parsed.GetValue(rights), parsed.GetValue(folder)));
        return command;
    }

    private static int Run(string? item, int? rights, string? folder)
    {
        if ((rights is not null || folder is not null) && item != "register")
        {
            Console.Error.WriteLine($"zhirong: USE-0102 bench {item} --rights --folder (register)");
            return Exit.BadInput;
        }

        if (item is not null && !Items.ContainsKey(item))
        {
            Console.Error.WriteLine($"zhirong: USE-0102 bench {item} ({string.Join(" | ", Items.Keys)})");
            return Exit.BadInput;
        }

        foreach (var line in item == "register" ? RegisterBench.Run(rights, folder) : Items.Where(i => item is null ? i.Key != "instant" : i.Key == item).SelectMany(i => i.Value()))
        {
            Console.Out.WriteLine(line);
        }

        return Exit.Done;
    }
}
