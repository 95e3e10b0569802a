using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>Orders to be written.</summary>
internal static class Orders
{
    private const string Ids = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
    private static readonly string[] Names = ["宁波甬江新材料股份有限公司", "杭州<西>&科技\"有限\"公司", "O'Neil & Sons <Ltd>", "買買提·吐尔逊", "上海𠮷野数据有限公司", "（日）株式会社テスト", "a", "宁波东海（集团）有限公司"];

    public static PaymentOrder Sample(PayeeAccountKind kind = PayeeAccountKind.Bank) => new()
    {
        MessageId = "ZR20261128-0001",
        CreatedAt = new(2026, 11, 28, 9, 30, 0, TimeSpan.FromHours(8)),
        RequestedDate = new(2026, 11, 30),
        DebtorName = "知融专项计划",
        DebtorAccount = "1202020209900012345",
        DebtorAgentName = "中国工商银行",
        DebtorAgentCnaps = "102100099996",
        Purpose = "放款",
        Items = [Item(1, kind, 2_000_000_00), Item(2, kind, 1_500_000_01)],
    };

    public static PaymentOrderItem Item(int n, PayeeAccountKind kind, long fen) => new()
    {
        EndToEndId = $"ZR20261128-0001-{n:000}",
        PayeeName = Names[n % Names.Length],
        AccountKind = kind,
        PayeeAccount = $"6222020200{n:000000000}",
        AgentName = kind == PayeeAccountKind.Bank ? "中国农业银行" : null,
        AgentCnaps = kind == PayeeAccountKind.Bank ? "103100000026" : null,
        OperatingBank = kind == PayeeAccountKind.Bank ? null : "中国建设银行",
        Amount = Money.OfFen(fen),
        PurposeCode = "02102",
        Remittance = $"质押贷款放款 第{n}笔",
        LoanNo = $"JJ2026{n:0000}",
    };

    /// <summary>Any order the check lets pass, with names that XML and csv must escape.</summary>
    public static PaymentOrder Random(Random random, PayeeAccountKind kind, IReadOnlyList<string>? names = null)
    {
        string id() => Ids[random.Next(62)] + new string([.. Enumerable.Range(0, random.Next(0, 35)).Select(_ => Ids[random.Next(Ids.Length)])]);
        string text(int most) => Trimmed(string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => (names ?? Names)[random.Next((names ?? Names).Count)])), most);
        var ids = new HashSet<string>();
        return Sample(kind) with
        {
            MessageId = id(),
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(random.NextInt64(1_700_000_000, 1_900_000_000)),
            RequestedDate = new DateOnly(2026, 1, 1).AddDays(random.Next(2000)),
            DebtorName = text(140),
            DebtorAgentName = random.Next(2) == 0 ? null : text(140),
            Purpose = text(140),
            Items = [.. Enumerable.Range(1, random.Next(1, 12)).Select(n => Item(n, kind, random.NextInt64(1, 100_000_000_000)) with
            {
                EndToEndId = Distinct(ids, id),
                PayeeName = text(140),
                Remittance = text(140),
                PurposeCode = random.Next(2) == 0 ? null : "A100",
                LoanNo = random.Next(2) == 0 ? null : $"JJ{random.Next()}",
                AgentName = kind == PayeeAccountKind.EcnyWallet || random.Next(2) == 0 ? null : text(140),
            })],
        };
    }

    private static string Distinct(HashSet<string> ids, Func<string> id)
    {
        while (true)
        {
            var next = id();
            if (ids.Add(next))
            {
                return next;
            }
        }
    }

    private static string Trimmed(string text, int most)
    {
        var cut = text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        return cut.Trim();
    }
}
