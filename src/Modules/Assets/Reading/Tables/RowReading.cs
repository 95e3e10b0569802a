using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading.Numbers;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>Makes records of the rows of one table.</summary>
internal sealed class RowReading(TableHead head, DateOnly? asOf)
{
    private static readonly (RightsField Field, string Name)[] Dates =
    [
        (RightsField.ApplicationDate, "filing"), (RightsField.PriorityDate, "priority"), (RightsField.PublicationDate, "publication"), (RightsField.GrantDate, "grant"),
        (RightsField.ExpiryDate, "expiry"), (RightsField.StatusDate, "status"), (RightsField.RegistrationDate, "registration"),
        (RightsField.FirstUseDate, "first_use"), (RightsField.CreationDate, "creation"), (RightsField.FirstPublicationDate, "first_publication"),
    ];

    private static readonly (RightsField Field, string Scheme)[] Classes =
        [(RightsField.Ipc, "ipc"), (RightsField.Cpc, "cpc"), (RightsField.Locarno, "locarno"), (RightsField.Nice, "nice"), (RightsField.Industry, "gbt4754")];

    private static readonly RightsField[] Others = [RightsField.ProvinceCode, RightsField.HighValueFlag, RightsField.SeiFlag, RightsField.OverseasFamilyFlag, RightsField.FeePaidUntil];

    private readonly RightKind? ofTitles = KindWords.OfTitles(head);
    private readonly List<Refusal> warnings = [];

    /// <summary>What was odd about the row last read.</summary>
    public IReadOnlyList<Refusal> Warnings => warnings;

    /// <summary>The record, or why the row cannot be kept.</summary>
    public Result<SourceRecord> Read(List<string> cells, int line)
    {
        warnings.Clear();
        var row = new RowCells(head, cells, line, warnings);
        var told = KindWords.Of(row[RightsField.RightKind]) ?? KindWords.Of(row[RightsField.PatentType]) ?? KindWords.Of(row[RightsField.Nice]) ?? ofTitles;
        var numbers = new RowNumbers(row, warnings);
        if (numbers.Read(told) is { } refused)
        {
            return refused;
        }

        var status = row.OneLine(RightsField.LegalStatus);
        return new SourceRecord
        {
            Place = new(line, row.Day(RightsField.AsOf) ?? asOf),
            Kind = numbers.Kind,
            Numbers = [.. numbers.Numbers, .. Priorities(row)],
            Titles = Texts(row, RightsField.Title, RightsField.TitleEn),
            Abstracts = Texts(row, RightsField.Abstract, RightsField.AbstractEn),
            Dates = Days(row, numbers),
            Parties = RowParties.Read(row, warnings),
            Classes = [.. Classes.Where(c => head.Has(c.Field)).SelectMany(c => row.List(c.Field).Where(code => code.AsSpan().ContainsAnyInRange('0', '9')).Select(code => Code(c.Scheme, code)).Distinct(StringComparer.Ordinal).Select((code, i) => new ClassRead(c.Scheme, code, i == 0)))],
            Claims = row.Count(RightsField.ClaimsCount),
            FirstClaim = row[RightsField.FirstClaim] is { Length: > 0 } claim ? claim : First(row[RightsField.Claims]),
            Cites = Numbers(row, RightsField.Cites),
            CitedBy = row.Count(RightsField.CitedCount),
            Family = Family(row),
            DivisionalOf = row[RightsField.DivisionalOf] is { Length: > 0 } parent && NumberText.Patent(parent, NumberUse.Application, RightsField.DivisionalOf.Word(), line) is { Ok: true } read ? read.Value : null,
            Events = RowEvents.Read(row, numbers.Kind),
            StatusText = status.Length > 0 && !status.Contains(GazetteText.Opens, StringComparison.Ordinal) ? status : null,
            Goods = Goods(row),
            Other = Others.Where(head.Has).Select(f => (Name: f.Word(), Value: row.OneLine(f))).Where(o => o.Value.Length > 0).ToDictionary(o => o.Name, o => o.Value, StringComparer.Ordinal),
        };
    }

    private List<DatedFact> Days(RowCells row, RowNumbers numbers)
    {
        var days = new List<DatedFact>();
        foreach (var (field, name) in Dates)
        {
            if (head.Has(field) && row.Day(field) is { } day)
            {
                days.Add(new(name, day));
                if (field == RightsField.ApplicationDate && numbers.Application is { Office: "CN" } number && CnApplicationNumber.Year(number.Text.AsSpan(0, number.Text.Length - 2)) != day.Year)
                {
                    warnings.Add(ImportRefusals.NumberYear(number.Text, day, row.Line));
                }
            }
        }

        return days;
    }

    private static List<RightNumber> Numbers(RowCells row, RightsField field)
    {
        var numbers = new List<RightNumber>();
        foreach (var part in row.List(field))
        {
            if (NumberText.Patent(part, NumberUse.Publication, field.Word(), row.Line) is { Ok: true } read)
            {
                numbers.Add(read.Value);
            }
        }

        return numbers;
    }

    private static IEnumerable<RightNumber> Priorities(RowCells row)
    {
        foreach (var part in row.List(RightsField.PriorityNumber))
        {
            // Number, country and day stand together: "10-2018-0012345 2018.01.31 KR".
            if (NumberText.Patent(part, NumberUse.Priority, RightsField.PriorityNumber.Word(), row.Line) is { Ok: true } read)
            {
                yield return read.Value with { Use = NumberUse.Priority };
            }
        }
    }

    private static FamilyRead? Family(RowCells row)
    {
        var (id, size, members) = (row.OneLine(RightsField.FamilyId), row.Count(RightsField.FamilySize), Numbers(row, RightsField.FamilyMembers));
        return id.Length > 0 || size is not null || members.Count > 0 ? new(id.Length > 0 ? id : null, size, members) : null;
    }

    private static List<TextIn> Texts(RowCells row, RightsField chinese, RightsField english)
    {
        var texts = new List<TextIn>();
        if (row.OneLine(chinese) is { Length: > 0 } zh)
        {
            texts.Add(new("zh", zh));
        }

        if (row.OneLine(english) is { Length: > 0 } en)
        {
            texts.Add(new("en", en));
        }

        return texts;
    }

    private static List<ClassText> Goods(RowCells row)
    {
        if (row.OneLine(RightsField.Goods) is not { Length: > 0 } goods)
        {
            return [];
        }

        var classes = row.List(RightsField.Nice);
        return [new("nice", classes.Count == 1 ? Code("nice", classes[0]) : "", goods)];
    }

    private static string Code(string scheme, string code) => scheme switch
    {
        "ipc" or "cpc" => ClassCode.Symbol(code),
        "nice" => code.Trim('第', '类').Trim().TrimStart('0'),
        _ => code,
    };

    /// <summary>The first of numbered claims.</summary>
    private static string? First(string claims)
    {
        var second = claims.IndexOf("\n2.", StringComparison.Ordinal);
        return claims.Length == 0 ? null : second > 0 ? claims[..second].Trim() : claims.Length <= 4_000 ? claims : null;
    }
}
