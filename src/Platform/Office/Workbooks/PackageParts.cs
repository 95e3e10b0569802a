using System.IO.Compression;
using System.Xml;
using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>The parts of an Office archive, read with bounds: declared sizes are not believed, every inflated byte is counted.</summary>
internal sealed class PackageParts : IDisposable
{
    private const long SmallPart = 1024 * 1024;
    private const int MostRelations = 20_000;
    private readonly ZipArchive archive;
    private readonly WorkbookLimits limits;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private long inflated;

    /// <exception cref="InvalidDataException">The bytes are no readable archive.</exception>
    public PackageParts(ReadOnlyMemory<byte> bytes, WorkbookLimits limits)
    {
        this.limits = limits;
        archive = new(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > limits.MaxEntries)
        {
            throw new OfficeRefused(OfficeRefusals.TooManyEntries(archive.Entries.Count, limits.MaxEntries));
        }

        foreach (var entry in archive.Entries)
        {
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public IEnumerable<string> Names => entries.Keys;

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>A reader over a part that knows no DTD and follows nothing.</summary>
    public XmlReader Open(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
        {
            throw new OfficeRefused(OfficeRefusals.BadPart(name, "missing"));
        }

        return XmlReader.Create(new CountedStream(this, entry), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>The internal relations of a part: id → (kind, part). External targets are left out.</summary>
    public Dictionary<string, (string Kind, string Part)> Relations(string part)
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..(slash + 1)];
        var name = $"{folder}_rels/{part[(slash + 1)..]}.rels";
        if (!Has(name))
        {
            return relations;
        }

        using var reader = Open(name);
        while (reader.Read() && relations.Count < MostRelations)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External")
            {
                var kind = reader.GetAttribute("Type") ?? "";
                relations.TryAdd(reader.GetAttribute("Id") ?? "", (kind[(kind.LastIndexOf('/') + 1)..], Resolve(folder, reader.GetAttribute("Target") ?? "")));
            }
        }

        return relations;
    }

    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    private void Count(ZipArchiveEntry entry, long ofEntry, int more)
    {
        inflated += more;
        if (inflated > limits.MaxInflated)
        {
            throw new OfficeRefused(OfficeRefusals.TooMuch(entry.FullName, new($"展开后合计不超过 {limits.MaxInflated} 字节", $"at most {limits.MaxInflated} bytes unpacked")));
        }

        if (ofEntry > SmallPart && ofEntry > entry.CompressedLength * limits.MaxRatio)
        {
            throw new OfficeRefused(OfficeRefusals.TooMuch(entry.FullName, new($"压缩比不超过 {limits.MaxRatio}", $"a packing ratio of at most {limits.MaxRatio}")));
        }
    }

    private sealed class CountedStream(PackageParts owner, ZipArchiveEntry entry) : Stream
    {
        private readonly Stream source = entry.Open();
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var more = source.Read(buffer);
            read += more;
            owner.Count(entry, read, more);
            return more;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            source.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>Carries a refusal out of nested readers to the door, never further.</summary>
internal sealed class OfficeRefused(Refusal refusal) : Exception(refusal.Message.En)
{
    public Refusal Refusal { get; } = refusal;
}
