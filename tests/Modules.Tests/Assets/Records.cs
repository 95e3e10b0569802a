using System.Security.Cryptography;
using System.Text;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>Records as readers give them, and what the register makes of them.</summary>
internal static class Records
{
    public static RegisterLaw Law { get; } = new(Shelves.Terms, Shelves.Fees, Shelves.Policy, Shelves.Codes, Shelves.Acts);

    public static SourceRecord Patent(string application, string title, string owner, string filed, string? granted = null, int line = 1) => new()
    {
        Place = new(line),
        Numbers = [Application(application), new("CN", NumberUse.Publication, $"1{application[^8..^2]}", "A", "")],
        Titles = [new("zh", title)],
        Dates = [new("filing", Day(filed)), .. granted is null ? (DatedFact[])[] : [new("grant", Day(granted))]],
        Parties = [new(PartyRole.Owner, owner), new(PartyRole.Inventor, "发明人")],
        Classes = [new("ipc", "H01M10/054", true)],
    };

    public static SourceRecord Events(string application, params EventRead[] events) => new() { Place = new(1), Numbers = [Application(application)], Events = events };

    public static EventRead Event(string code, string? recorded, string? effective, params (string, string)[] facts) =>
        new("inpadoc", code, recorded is null ? null : Day(recorded), effective is null ? null : Day(effective), "", facts.ToDictionary(f => f.Item1, f => f.Item2));

    public static RightNumber Application(string number) => new("CN", NumberUse.Application, number, "", number);

    public static Task<IntakeReport> Take(Store store, string file, string asOf, params IReadOnlyList<SourceRecord> records) => Take(store, file, asOf, Viewer.Local, records);

    public static Task<IntakeReport> Take(Store store, string file, string asOf, Viewer viewer, IReadOnlyList<SourceRecord> records) =>
        new Intake(store, Law, TimeProvider.System).Take(viewer, new(file, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file))), "test", Day(asOf)), records.Select(r => new ReadItem.Taken(r)));

    /// <summary>All that follows from what was taken in, without ids and numbers given here.</summary>
    public static async Task<string> Register(Store store)
    {
        await using var read = store.Read(Viewer.Local);
        var lines = read.Session.List(
            "SELECT number, kind, title, holder, ipc, filed, granted, expires, newest, stub, questions, term_rule, known_from FROM ast_right ORDER BY number",
            row => string.Join(' ', Enumerable.Range(0, 13).Select(i => row.IsNull(i) ? "-" : i is 9 or 10 ? $"{row.Long(i)}" : row.Text(i).Replace('\n', '+'))));
        lines.AddRange(read.Session.List("SELECT r.number, s.state, s.from_day, s.until_day, s.estimated FROM ast_standing s JOIN ast_right r ON r.no = s.right_no ORDER BY r.number, s.n", row => $"{row.Text(0)} {row.Text(1)} {row.Text(2)} {row.Text(3)} {row.Long(4)}"));
        lines.AddRange(read.Session.List("SELECT r.number, s.name, s.from_day, s.until_day FROM ast_holder s JOIN ast_right r ON r.no = s.right_no ORDER BY r.number, s.n", row => $"{row.Text(0)} {row.Text(1)} {row.Text(2)} {row.Text(3)}"));
        lines.AddRange(read.Session.List("SELECT r.number, s.kind, s.registration_no, s.holder, s.from_day, s.until_day FROM ast_encumbrance s JOIN ast_right r ON r.no = s.right_no ORDER BY r.number, s.kind, s.registration_no", row => string.Join(' ', Enumerable.Range(0, 6).Select(i => row.IsNull(i) ? "-" : row.Text(i)))));
        lines.AddRange(read.Session.List("SELECT r.number, n.key FROM ast_number n JOIN ast_right r ON r.no = n.right_no ORDER BY n.key", row => $"{row.Text(0)} {row.Text(1)}"));
        lines.AddRange(read.Session.List("SELECT r.number, t.words FROM ast_text t JOIN ast_right r ON r.no = t.no ORDER BY r.number", row => $"{row.Text(0)} {row.Text(1)}"));
        return string.Join('\n', lines);
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
