using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Files;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>Reads a payment status report, <c>pain.002.001.03</c>, <c>.10</c> or <c>.11</c>.</summary>
internal sealed class Pain002Reader
{
    public static readonly IReadOnlyList<string> Messages = ["pain.002.001.03", "pain.002.001.10", "pain.002.001.11"];

    /// <summary>Most items of an answer.</summary>
    public const int MostItems = 200_000;

    private readonly IsoCursor cursor;
    private readonly List<Refusal> warnings = [];
    private readonly List<ItemAnswer> items = [];
    private readonly List<GroupAnswer?> blocks = [];
    private IsoElement? header;
    private IsoElement? original;

    private Pain002Reader(IsoCursor cursor) => this.cursor = cursor;

    public static ChannelAnswer Read(IsoCursor cursor) => new Pain002Reader(cursor).Read();

    private ChannelAnswer Read()
    {
        foreach (var root in cursor.Children())
        {
            if (root != "CstmrPmtStsRpt")
            {
                throw new FileRefused(FileRefusals.NotThisMessage(root, ["CstmrPmtStsRpt"]));
            }

            foreach (var name in cursor.Children())
            {
                Part(name);
            }
        }

        var group = original ?? throw new FileRefused(FileRefusals.Missing(cursor.Message, "OrgnlGrpInfAndSts"));
        var answer = new ChannelAnswer
        {
            Format = cursor.Message,
            MessageId = header?.TextAt("MsgId") ?? throw new FileRefused(FileRefusals.Missing(cursor.Message, "GrpHdr/MsgId")),
            OriginalMessageId = group.TextAt("OrgnlMsgId"),
            CreatedAt = IsoValues.Time(header.TextAt("CreDtTm")),
            Whole = Status(group, "GrpSts") ?? (blocks.Count == 1 ? blocks[0] : null),
            OriginalCount = int.TryParse(group.TextAt("OrgnlNbOfTxs"), out var count) ? count : null,
            OriginalTotal = group.At("OrgnlCtrlSum")?.Sum(),
            Items = items,
            Warnings = warnings,
        };
        AnswerChecks.Check(answer, warnings);
        return answer;
    }

    private void Part(string name)
    {
        switch (name)
        {
            case "GrpHdr":
                header = cursor.Element();
                break;
            case "OrgnlGrpInfAndSts":
                original = cursor.Element();
                break;
            case "OrgnlPmtInfAndSts":
                Block();
                break;
            default:
                break;
        }
    }

    private void Block()
    {
        var block = new IsoElement("OrgnlPmtInfAndSts", cursor.Place);
        foreach (var name in cursor.Children())
        {
            if (name == "TxInfAndSts")
            {
                Item(cursor.Element());
            }
            else
            {
                block.Add(cursor.Element());
            }
        }

        blocks.Add(Status(block, "PmtInfSts"));
    }

    private void Item(IsoElement item)
    {
        if (items.Count == MostItems)
        {
            throw new FileRefused(FileRefusals.TooMany(item.Place, MostItems));
        }

        var said = Status(item, "TxSts") ?? new(AnswerStatus.Unknown, "", null, null);
        var reference = item.At("OrgnlTxRef");
        items.Add(new()
        {
            EndToEndId = CamtEntry.Given(item.TextAt("OrgnlEndToEndId")) ?? CamtEntry.Given(item.TextAt("OrgnlInstrId")) ?? "",
            Status = said.Status,
            StatusCode = said.Code,
            ReasonCode = said.ReasonCode,
            ReasonText = said.ReasonText,
            Amount = reference?.At("Amt", "InstdAmt")?.Money(),
            PayeeName = reference?.TextAt("Cdtr", "Pty", "Nm") ?? reference?.TextAt("Cdtr", "Nm"),
            PayeeAccount = reference?.TextAt("CdtrAcct", "Id", "Othr", "Id") ?? reference?.TextAt("CdtrAcct", "Id", "IBAN"),
            BankReference = CamtEntry.Given(item.TextAt("AcctSvcrRef")) ?? CamtEntry.Given(item.TextAt("StsId")),
            Booked = item.At("FctvIntrBkSttlmDt")?.Day(),
            Place = item.Place,
        });
    }

    /// <summary>A status with its first reason; null when there is none or it is "partly".</summary>
    private GroupAnswer? Status(IsoElement element, string name)
    {
        if (element.TextAt(name) is not { } code || code == StatusWords.Partial)
        {
            return null;
        }

        if (StatusWords.Of(code) is null)
        {
            warnings.Add(StatementFaults.UnknownStatus(element.Place, code, StatusWords.Known));
        }

        var reason = element.At("StsRsnInf");
        var text = reason is null ? "" : string.Join(' ', reason.All("AddtlInf").Select(i => i.Text));
        return new(
            StatusWords.Of(code) ?? AnswerStatus.Unknown,
            code,
            reason?.TextAt("Rsn", "Cd") ?? reason?.TextAt("Rsn", "Prtry"),
            text.Length == 0 ? null : text);
    }
}
