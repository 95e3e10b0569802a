using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Numbers;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Rights by numbers as people write them, many at once.</summary>
internal static class RightsByNumber
{
    private const int AtOnce = 400;

    /// <summary>What a publication's number ends in where it was typed without.</summary>
    private static readonly string[] DocumentKinds = ["A", "B", "C", "U", "Y", "S", "D"];

    private static readonly RightKind[] Registers = [RightKind.Trademark, RightKind.SoftwareCopyright, RightKind.WorkCopyright, RightKind.IcLayout, RightKind.DataIp, RightKind.LicenceIncome, RightKind.PlantVariety];

    public static IReadOnlyList<NumberedRights> Find(ZhirongContext read, IReadOnlyList<string> numbers)
    {
        var asked = numbers.Distinct(StringComparer.Ordinal).ToDictionary(n => n, Keys, StringComparer.Ordinal);
        var found = new Dictionary<string, HashSet<long>>(StringComparer.Ordinal);
        read.Session.Find(RegisterShapes.NumberKeys, "key", [.. asked.Values.SelectMany(a => a.Keys).Distinct(StringComparer.Ordinal)], row =>
        {
            if (!found.TryGetValue(row.Text(0), out var nos))
            {
                found[row.Text(0)] = nos = [];
            }

            nos.Add(row.Long(2));
        });
        var ids = found.Values.SelectMany(n => n).Distinct().Chunk(AtOnce).SelectMany(part => read.Set<RegisteredRight>().Where(r => part.Contains(r.No)).Select(r => new { r.No, r.Id }).ToList()).ToDictionary(r => r.No, r => r.Id);
        return [.. numbers.Select(n => Of(n, asked[n], found, ids))];
    }

    private static NumberedRights Of(string number, (List<string> Keys, Refusal? Fault) asked, Dictionary<string, HashSet<long>> found, Dictionary<long, Guid> ids)
    {
        var rights = asked.Keys.SelectMany(k => found.TryGetValue(k, out var nos) ? nos : []).Distinct().Where(ids.ContainsKey).Select(no => ids[no]).ToList();
        return new(number, rights, rights.Count == 0 ? asked.Fault : null);
    }

    /// <summary>Every key a text may be the number of; what is wrong with it where it looks like a patent's and cannot be one.</summary>
    private static (List<string> Keys, Refusal? Fault) Keys(string text)
    {
        var keys = new List<string>();
        var patent = NumberText.Patent(text, NumberUse.Application, "number", 0);
        if (patent.Ok)
        {
            var number = patent.Value;
            keys.Add(NumberKeys.Of(number, null));
            keys.AddRange(number is { Use: NumberUse.Publication, DocumentKind: "" } ? DocumentKinds.Select(k => NumberKeys.Of(number with { DocumentKind = k }, null)) : []);
        }

        if (RegistrationNumber.Read(text) is { } other)
        {
            var written = (string[])[other.Number.Text, NumberText.Plain(text), string.Concat(text.Where(c => !char.IsWhiteSpace(c)))];
            var uses = (NumberUse[])[NumberUse.Registration, NumberUse.Certificate, NumberUse.Application];
            keys.AddRange(from w in written.Distinct(StringComparer.Ordinal) from use in uses from kind in Registers select NumberKeys.Of(other.Number with { Use = use, Text = w }, kind));
        }

        return (keys, patent.Ok ? null : patent.Refusals[0]);
    }
}
