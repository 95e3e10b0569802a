using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Importing;

/// <summary>Reads the beginning of a file for a person to look at; stores nothing.</summary>
internal static class RightsPreview
{
    /// <summary>Records looked at; a small file is looked at whole.</summary>
    private const int Most = 2_000;

    private const int Findings = 100;

    private const int Samples = 8;

    public static async Task<Result<ImportPreview>> Of(ZhirongContext read, ReceivedFile file, RegisterTitles titles, string? mapping, RegisterFormat? format, Language language)
    {
        var chosen = KeptMapping.None;
        if (mapping is { Length: > 0 } name)
        {
            if (await Mappings.Named(read, Mappings.Rights, name) is not { } named)
            {
                return WebRefusals.NotFound("mappings", name);
            }

            chosen = named;
        }

        var look = FileLook.Of(file.Open, titles.Rights.With(HeaderAliases.Of(chosen.Columns).Value));
        if (look.Ok && mapping is null && Mappings.Fitting(await Mappings.Of(read, Mappings.Rights), look.Value.Tables.SelectMany(t => t.Columns).Select(c => c.Title).ToHashSet(StringComparer.Ordinal)) is { } fitting)
        {
            chosen = fitting;
            look = FileLook.Of(file.Open, titles.Rights.With(HeaderAliases.Of(chosen.Columns).Value));
        }

        if (!look.Ok)
        {
            return Result<ImportPreview>.Refused(look.Refusals);
        }

        var (count, found) = (new Counted(language), look.Value);
        using (var stream = file.Open())
        {
            foreach (var item in new RightsReader(titles.Rights.With(HeaderAliases.Of(chosen.Columns).Value)).Read(stream, format))
            {
                if (!count.Add(item))
                {
                    break;
                }
            }
        }

        var stored = await read.Set<SourceRow>().AsNoTracking().Where(s => s.OwnerId == read.Viewer.Organisation && s.Sha256 == file.Sha256 && s.ReadAs == chosen.Print && s.Done == 1).Select(s => (Guid?)s.Id).FirstOrDefaultAsync();
        return new ImportPreview(
            file.Name, file.Size, found.Format, found.Encoding, found.Untitled, chosen.Name.Length > 0 ? chosen.Name : null, found.Tables, HeaderAliases.Fields, count.Samples, count.Taken, count.Refused, count.Warned, !count.Full, count.Unused, Finding.Of(count.Findings, language), stored);
    }

    private sealed class Counted(Language language)
    {
        public List<PreviewRight> Samples { get; } = [];

        public List<Refusal> Findings { get; } = [];

        public SortedDictionary<string, long> Unused { get; } = new(StringComparer.Ordinal);

        public int Taken { get; private set; }

        public int Refused { get; private set; }

        public int Warned { get; private set; }

        public bool Full { get; private set; }

        /// <returns>False once enough was seen.</returns>
        public bool Add(ReadItem item)
        {
            if (Taken + Refused >= Most && item is not ReadItem.Unused)
            {
                Full = true;
                return false;
            }

            switch (item)
            {
                case ReadItem.Taken taken:
                    Taken++;
                    if (Samples.Count < RightsPreview.Samples)
                    {
                        Samples.Add(PreviewRight.Of(taken.Record, language));
                    }

                    break;
                case ReadItem.Refused no:
                    Refused++;
                    Keep(no.Reason);
                    break;
                case ReadItem.Warned odd:
                    Warned++;
                    Keep(odd.Reason);
                    break;
                case ReadItem.Unused left:
                    Unused[left.Name] = Unused.GetValueOrDefault(left.Name) + left.Count;
                    break;
            }

            return true;
        }

        private void Keep(Refusal reason)
        {
            if (Findings.Count < RightsPreview.Findings)
            {
                Findings.Add(reason);
            }
        }
    }
}
