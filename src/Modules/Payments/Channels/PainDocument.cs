using System.Globalization;
using System.Text;
using System.Xml;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>Writes a customer credit transfer initiation, <c>pain.001.001.03</c> or <c>.09</c>: one payment block, one debit for each item.</summary>
/// <remarks>
/// Banks are named by their CNAPS number under clearing system <c>CNAPS</c>, accounts stand under <c>Othr</c>; the 借据号 is
/// a referred document of type <see cref="LoanDocument"/>, so that it comes back with the statement.
/// </remarks>
internal sealed class PainDocument
{
    /// <summary>The proprietary document type that carries a 借据号.</summary>
    public const string LoanDocument = "LOAN";

    private const string Names = "urn:iso:std:iso:20022:tech:xsd:";

    private readonly XmlWriter xml;
    private readonly bool dated;

    private PainDocument(XmlWriter xml, bool dated) => (this.xml, this.dated) = (xml, dated);

    public static byte[] Write(PaymentOrder order, string message)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("Document", Names + message);
            new PainDocument(xml, message != "pain.001.001.03").Order(order);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private void Order(PaymentOrder order)
    {
        Open("CstmrCdtTrfInitn");
        Open("GrpHdr");
        Leaf("MsgId", order.MessageId);
        Leaf("CreDtTm", order.CreatedAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        Totals(order);
        Named("InitgPty", order.DebtorName);
        Close();
        Open("PmtInf");
        Leaf("PmtInfId", order.MessageId);
        Leaf("PmtMtd", "TRF");
        // Each item is booked by itself, so that the statement carries its id.
        Leaf("BtchBookg", "false");
        Totals(order);
        Requested(order.RequestedDate);
        Named("Dbtr", order.DebtorName);
        Account("DbtrAcct", order.DebtorAccount);
        Agent("DbtrAgt", order.DebtorAgentCnaps, order.DebtorAgentName);
        Leaf("ChrgBr", "DEBT");
        foreach (var item in order.Items)
        {
            Item(item);
        }

        Close();
        Close();
    }

    private void Item(PaymentOrderItem item)
    {
        Open("CdtTrfTxInf");
        Open("PmtId");
        Leaf("InstrId", item.EndToEndId);
        Leaf("EndToEndId", item.EndToEndId);
        Close();
        Open("Amt");
        xml.WriteStartElement("InstdAmt");
        xml.WriteAttributeString("Ccy", "CNY");
        xml.WriteString(item.Amount.ToString());
        Close();
        Close();
        Agent("CdtrAgt", item.AgentCnaps!, item.AgentName);
        Named("Cdtr", item.PayeeName);
        Account("CdtrAcct", item.PayeeAccount);
        if (item.PurposeCode is { } purpose)
        {
            Open("Purp");
            Leaf("Prtry", purpose);
            Close();
        }

        Open("RmtInf");
        Leaf("Ustrd", item.Remittance);
        if (item.LoanNo is { } loan)
        {
            Loan(loan);
        }

        Close();
        Close();
    }

    private void Loan(string number)
    {
        Open("Strd");
        Open("RfrdDocInf");
        Open("Tp");
        Open("CdOrPrtry");
        Leaf("Prtry", LoanDocument);
        Close();
        Close();
        Leaf("Nb", number);
        Close();
        Close();
    }

    private void Totals(PaymentOrder order)
    {
        Leaf("NbOfTxs", order.Items.Count.ToString(CultureInfo.InvariantCulture));
        Leaf("CtrlSum", order.Total.ToString());
    }

    private void Requested(DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!dated)
        {
            Leaf("ReqdExctnDt", text);
            return;
        }

        Open("ReqdExctnDt");
        Leaf("Dt", text);
        Close();
    }

    private void Named(string element, string name)
    {
        Open(element);
        Leaf("Nm", name);
        Close();
    }

    private void Account(string element, string number)
    {
        Open(element);
        Open("Id");
        Open("Othr");
        Leaf("Id", number);
        Close();
        Close();
        Leaf("Ccy", "CNY");
        Close();
    }

    private void Agent(string element, string cnaps, string? name)
    {
        Open(element);
        Open("FinInstnId");
        Open("ClrSysMmbId");
        Open("ClrSysId");
        Leaf("Cd", "CNAPS");
        Close();
        Leaf("MmbId", cnaps);
        Close();
        if (name is not null)
        {
            Leaf("Nm", name);
        }

        Close();
        Close();
    }

    private void Open(string name) => xml.WriteStartElement(name);

    private void Leaf(string name, string text) => xml.WriteElementString(name, text);

    private void Close() => xml.WriteEndElement();
}

/// <summary><c>pain.001</c> as a channel.</summary>
/// <param name="code"><c>pain.001.001.09</c> or <c>pain.001.001.03</c>.</param>
internal sealed class PainChannel(string code) : IChannel
{
    public string Code => code;

    public Words Title { get; } = new($"付款指令 {code}", $"Payment instruction {code}");

    public bool Pays(PayeeAccountKind kind) => kind == PayeeAccountKind.Bank;

    public Result<IReadOnlyList<ChannelFile>> Write(PaymentOrder order)
    {
        var refusals = OrderCheck.Check(order, this);
        return refusals.Count > 0
            ? Result<IReadOnlyList<ChannelFile>>.Refused(refusals)
            : Result<IReadOnlyList<ChannelFile>>.Of([new($"{FileNames.Safe(order.MessageId)}.xml", "application/xml", PainDocument.Write(order, code))]);
    }
}

/// <summary>File names from message ids.</summary>
internal static class FileNames
{
    public static string Safe(string id) => id.Replace('/', '_');
}
