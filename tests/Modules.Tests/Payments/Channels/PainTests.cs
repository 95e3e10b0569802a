using System.Text;
using System.Xml.Linq;
using Xunit;
using Zhirong.Modules.Payments.Channels;

namespace Zhirong.Modules.Tests.Payments.Channels;

public sealed class PainTests
{
    [Theory]
    [InlineData("pain.001.001.03")]
    [InlineData("pain.001.001.09")]
    public void Write_AnyOrder_IsValidAgainstTheSchemaAndSaysWhatTheOrderSays(string message) => Seeds.Hold(100, random =>
    {
        var order = Orders.Random(random, PayeeAccountKind.Bank);
        var written = Shelves.Channels.Find(message)!.Write(order);
        Assert.True(written.Ok, string.Join("; ", written.Refusals.Select(r => $"{r.Code} {r.Path} {r.Found}")));
        var file = written.Value.Single();
        Assert.Empty(Schemas.Faults(message, file.Bytes));
        AssertSame(order, XDocument.Load(new MemoryStream(file.Bytes.ToArray())), message);
    });

    [Theory]
    [InlineData("pain.001.001.03")]
    [InlineData("pain.001.001.09")]
    public void Write_TheSameOrderTwice_GivesTheSameBytes(string message)
    {
        var channel = Shelves.Channels.Find(message)!;
        Assert.Equal(channel.Write(Orders.Sample()).Value[0].Bytes.ToArray(), channel.Write(Orders.Sample()).Value[0].Bytes.ToArray());
    }

    /// <summary>The schema check itself must be able to fail.</summary>
    [Theory]
    [InlineData("<NbOfTxs>2</NbOfTxs>", "<NbOfTxs>two</NbOfTxs>")]
    [InlineData("<PmtMtd>TRF</PmtMtd>", "")]
    [InlineData("<MmbId>", "<Bank>")]
    [InlineData(".09\"", ".08\"")]
    public void Schemas_OfABrokenMessage_FindTheFault(string good, string bad)
    {
        var text = Encoding.UTF8.GetString(Shelves.Channels.Find("pain.001.001.09")!.Write(Orders.Sample()).Value[0].Bytes.Span);
        Assert.Contains(good, text, StringComparison.Ordinal);
        var broken = text.Replace(good, bad, StringComparison.Ordinal).Replace("</MmbId>", bad == "<Bank>" ? "</Bank>" : "</MmbId>", StringComparison.Ordinal);
        Assert.NotEmpty(Schemas.Faults("pain.001.001.09", Encoding.UTF8.GetBytes(broken)));
    }

    private static void AssertSame(PaymentOrder order, XDocument document, string message)
    {
        XNamespace ns = $"urn:iso:std:iso:20022:tech:xsd:{message}";
        var header = document.Descendants(ns + "GrpHdr").Single();
        var block = document.Descendants(ns + "PmtInf").Single();
        Assert.Equal(order.MessageId, header.Element(ns + "MsgId")!.Value);
        Assert.Equal(order.CreatedAt, DateTimeOffset.Parse(header.Element(ns + "CreDtTm")!.Value));
        foreach (var totals in (XElement[])[header, block])
        {
            Assert.Equal($"{order.Items.Count}", totals.Element(ns + "NbOfTxs")!.Value);
            Assert.Equal(order.Total.ToString(), totals.Element(ns + "CtrlSum")!.Value);
        }

        Assert.Equal(order.RequestedDate.ToString("yyyy-MM-dd"), block.Element(ns + "ReqdExctnDt")!.Value);
        Assert.Equal([order.DebtorName, order.DebtorAccount + "CNY", "CNAPS" + order.DebtorAgentCnaps + order.DebtorAgentName], block.Elements().Where(e => e.Name.LocalName.StartsWith("Dbtr", StringComparison.Ordinal)).Select(e => e.Value));
        Assert.Equal(
            order.Items.Select(i => (i.EndToEndId, i.Amount.ToString(), i.PayeeName, i.PayeeAccount + "CNY", "CNAPS" + i.AgentCnaps + i.AgentName, i.Remittance, i.LoanNo, i.PurposeCode)),
            block.Elements(ns + "CdtTrfTxInf").Select(e => (
                e.Descendants(ns + "EndToEndId").Single().Value,
                e.Descendants(ns + "InstdAmt").Single().Value,
                e.Element(ns + "Cdtr")!.Value,
                e.Element(ns + "CdtrAcct")!.Value,
                e.Element(ns + "CdtrAgt")!.Value,
                e.Descendants(ns + "Ustrd").Single().Value,
                e.Descendants(ns + "Nb").SingleOrDefault()?.Value,
                e.Element(ns + "Purp")?.Value)));
    }
}
