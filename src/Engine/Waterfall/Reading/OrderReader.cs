using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Reading;

/// <summary>Reads <c>waterfalls</c>: the orders of payment as lists of steps.</summary>
internal static class OrderReader
{
    private static readonly string[] Steps =
    [
        "pay_tax", "pay_fee", "pay_interest", "pay_principal", "pay_support_claim", "repay_liquidity", "fund_reserve",
        "release_reserve", "draw_support", "transfer", "buy_assets", "write_off", "pay_residual", "trap_cash",
    ];

    private static readonly string[] Amounts = ["scheduled", "target", "pass_through", "all"];

    public static IReadOnlyDictionary<OrderMode, IReadOnlyList<StepTerms>> Read(FieldReader? reader, List<Refusal> refusals)
    {
        var orders = new Dictionary<OrderMode, IReadOnlyList<StepTerms>>();
        if (reader is null)
        {
            return orders;
        }

        for (var mode = OrderMode.Normal; mode <= OrderMode.Termination; mode++)
        {
            var word = mode.Word();
            if (mode == OrderMode.Normal || reader.Has(word))
            {
                orders[mode] = Order(reader, word, mode == OrderMode.Normal, refusals);
            }
            else
            {
                reader.Node(word);
            }
        }

        reader.Finish();
        return orders;
    }

    private static List<StepTerms> Order(FieldReader reader, string word, bool required, List<Refusal> refusals)
    {
        var steps = new List<StepTerms>();
        foreach (var item in DealReader.Items(reader, word, refusals, required, max: 200))
        {
            if (Step(item, steps.Count, refusals) is { } step)
            {
                steps.Add(step);
            }
        }

        return steps;
    }

    private static StepTerms? Step(FieldReader item, int position, List<Refusal> refusals)
    {
        var word = item.OneOf("do", Steps, required: true);
        var amount = item.OneOf("amount", Amounts);
        var what = What(item);
        var step = new StepTerms
        {
            Kind = word is null ? StepKind.TrapCash : (StepKind)Array.IndexOf(Steps, word),
            Position = position,
            What = what,
            Amount = amount is null ? PrincipalAmount.Scheduled : (PrincipalAmount)Array.IndexOf(Amounts, amount),
            When = item.Text("when"),
            Cap = NoteReader.Cap(item.Node("cap"), item.Join("cap"), item, refusals),
            PariPassu = item.Node("pari_passu") is DocScalar ? (item.Flag("pari_passu") == true ? what : []) : DealReader.TextList(item, "pari_passu"),
            FromAccount = item.Text("from_account"),
            ToAccount = item.Text("to_account"),
        };
        item.Text("id");
        item.Text("zh");
        item.Finish();
        return word is null ? null : step;
    }

    private static IReadOnlyList<string> What(FieldReader item) => item.Node("what") switch
    {
        null => [],
        DocScalar scalar => [scalar.Text],
        _ => DealReader.TextList(item, "what"),
    };
}
