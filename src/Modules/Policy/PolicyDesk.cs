using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Platform.Access;
using Zhirong.Platform.Access.Shares;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy;

/// <summary>What the room's use cases work with.</summary>
internal sealed class PolicyDesk(Store store, RightDoor rights, IReadOnlyList<ShippedScheme> shipped, IReferenceRates rates, LedgerBooks books, BookDoor bookDoor, IPeople people, ShareDoor shares, TimeProvider clock)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Version of the program, as results name it.</summary>
    public static string Engine { get; } = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public Store Store => store;

    public RightDoor Rights => rights;

    /// <summary>The schemes that come with the product.</summary>
    public IReadOnlyList<ShippedScheme> Shipped => shipped;

    public IReferenceRates Rates => rates;

    public LedgerBooks Books => books;

    public BookDoor BookDoor => bookDoor;

    /// <summary>Which organisations there are.</summary>
    public IPeople People => people;

    public ShareDoor Shares => shares;

    public TimeProvider Clock => clock;

    /// <summary>The day in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>Leaves evidence of a happening in the transaction of what it states.</summary>
    public void Witness(ZhirongContext work, string happening, string kind, Guid id, JsonObject content) =>
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, new(happening, kind, $"{id}", content), clock)]);

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
