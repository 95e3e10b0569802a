using System.CommandLine;
using Zhirong.Host.Bench;

namespace Zhirong.Host.Verbs;

/// <summary><c>bench</c>: our figures beside the anchors', one line each.</summary>
internal static class BenchVerb
{
    private static readonly Dictionary<string, Func<IEnumerable<BenchLine>>> Items = new() { ["deal"] = DealBench.Run, ["desk"] = DeskBench.Run, ["ledger"] = LedgerBench.Run, ["payments"] = PaymentsBench.Run, ["import"] = ImportBench.Run, ["register"] = RegisterBench.Run, ["valuation"] = ValuationBench.Run, ["match"] = MatchBench.Run, ["lending"] = () => LoanBench.Run().Concat(LoanCloseBench.Run()).Concat(DecisionBench.Run()).Concat(InstantBench.Run()), ["instant"] = InstantBench.Run };

    public static Command Command()
    {
        var item = new Argument<string?>("item") { Arity = ArgumentArity.ZeroOrOne, Description = string.Join(" | ", Items.Keys) };
        var command = new Command("bench", "性能数字 / speed figures") { item };
        command.SetAction(parsed => Run(parsed.GetValue(item)));
        return command;
    }

    private static int Run(string? item)
    {
        if (item is not null && !Items.ContainsKey(item))
        {
            Console.Error.WriteLine($"zhirong: USE-0102 bench {item} ({string.Join(" | ", Items.Keys)})");
            return Exit.BadInput;
        }

        foreach (var line in Items.Where(i => item is null || i.Key == item).SelectMany(i => i.Value()))
        {
            Console.Out.WriteLine(line);
        }

        return Exit.Done;
    }
}
