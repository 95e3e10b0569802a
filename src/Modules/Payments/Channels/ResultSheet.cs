using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Files;
using Zhirong.Modules.Payments.Sheets;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>Reads a bank's or operator's result sheet by its mapping.</summary>
internal sealed class ResultSheet(OpenTable open)
{
    private readonly SheetTable table = open.Table;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly List<Refusal> warnings = [];

    /// <param name="id">The file's id, for a sheet that names none.</param>
    public ChannelAnswer Read(Func<string> id)
    {
        foreach (var row in open.Above)
        {
            table.Labels(row, values);
        }

        var items = new List<ItemAnswer>();
        foreach (var row in open.Rows)
        {
            if (Item(row) is { } item)
            {
                items.Add(item);
            }

            if (items.Count > Pain002Reader.MostItems)
            {
                throw new FileRefused(FileRefusals.TooMany(row.Place, Pain002Reader.MostItems));
            }
        }

        var answer = new ChannelAnswer
        {
            Format = $"sheet.{table.Mapping.Id}",
            MessageId = values.GetValueOrDefault("messageId") ?? id(),
            OriginalMessageId = values.GetValueOrDefault("originalMessageId"),
            CreatedAt = Created(),
            OriginalCount = values.TryGetValue("count", out var count) && int.TryParse(count.TrimEnd('笔'), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var stated) ? stated : null,
            OriginalTotal = values.TryGetValue("total", out var total) ? SheetText.Amount(total, "total") : null,
            Items = items,
            Warnings = warnings,
        };
        AnswerChecks.Check(answer, warnings);
        return answer;
    }

    private ItemAnswer? Item(SheetRow row)
    {
        var (id, status) = (table.Number(row, "endToEndId"), table.Word(row, "status"));
        var reference = table.Number(row, "bankReference");
        if (status is null && (id is null || table.Labels(row, values) || SheetText.Key(id) is "合计" or "总计"))
        {
            table.Labels(row, values);
            return null;
        }

        var meant = AnswerStatus.Unknown;
        if (status is null || !table.Mapping.Statuses.TryGetValue(SheetText.Key(status), out meant))
        {
            meant = AnswerStatus.Unknown;
            warnings.Add(StatementFaults.UnknownStatus(row.Place, status ?? "—", table.Mapping.Statuses.Keys));
        }

        return new()
        {
            EndToEndId = id ?? "",
            Status = meant,
            StatusCode = status ?? "",
            ReasonCode = table.Word(row, "reasonCode"),
            ReasonText = table.Word(row, "reasonText"),
            Amount = SheetText.Amount(table[row, "amount"], $"{row.Place} amount"),
            PayeeName = table.Word(row, "payeeName"),
            PayeeAccount = table.Number(row, "payeeAccount"),
            BankReference = reference,
            LoanNo = table.Number(row, "loanNo"),
            Booked = SheetText.Day(table[row, "booked"], $"{row.Place} booked"),
            Place = row.Place,
        };
    }

    /// <summary>A time of Beijing as the sheet writes it, or the beginning of a day.</summary>
    private DateTimeOffset? Created() => !values.TryGetValue("created", out var text) ? null
        : IsoValues.Time(text.Replace('/', '-')) ?? (SheetText.Day(text, "created") is { } day ? new DateTimeOffset(day.ToDateTime(default), TimeSpan.FromHours(8)) : null);
}
