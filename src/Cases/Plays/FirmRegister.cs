using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;

namespace Zhirong.Cases.Plays;

/// <param name="Sector">The industry as the deal names it.</param>
/// <param name="Tags">Titles such as 专精特新.</param>
internal sealed record Firm(string Id, string Name, string Sector, IReadOnlyList<string> Tags);

/// <summary>The firms taken into the store of the run, in the order of the file.</summary>
internal sealed class FirmRegister
{
    private readonly List<Firm> firms = [];

    public IReadOnlyList<Firm> All => firms;

    public Firm? Find(string id) => firms.Find(f => f.Id == id);

    public static FirmRegister Read(Stage stage)
    {
        var refusals = new List<Refusal>();
        var register = new FirmRegister();
        foreach (var (id, item) in Rows.Of(stage.File("firms", "parts.register"), "firms", refusals))
        {
            var name = item.Text("name", required: true) ?? "";
            var sector = item.Text("sector", required: true) ?? "";
            register.firms.Add(new(id, name, sector, CaseReader.Texts(item, "tags")));
            CaseReader.Texts(item, "assumed");
            item.Text("note");
            item.Finish();
        }

        CaseStoppedException.If(stage.Tree.FileOf("firms"), refusals);
        return register;
    }
}

/// <param name="Kind">patent, trademark, copyright, data_ip, ic_layout, plant_variety, geo_indication.</param>
internal sealed record RightEntry(string Id, string Kind, string Owner, string Title);

/// <summary>The rights taken into the store of the run; one marked <c>removed: true</c> is not taken.</summary>
internal sealed class RightRegister
{
    public static readonly IReadOnlyList<string> Kinds = ["patent", "trademark", "copyright", "data_ip", "ic_layout", "plant_variety", "geo_indication"];

    /// <summary>What the register of the running product is told besides; steps read it.</summary>
    private static readonly string[] Told = ["register", "number", "filed", "granted"];

    private readonly List<RightEntry> rights = [];

    public IReadOnlyList<RightEntry> All => rights;

    public RightEntry? Find(string id) => rights.Find(r => r.Id == id);

    public static RightRegister Read(Stage stage)
    {
        var refusals = new List<Refusal>();
        var register = new RightRegister();
        var owners = stage.Firms.All.Select(f => f.Id).ToList();
        foreach (var (id, item) in Rows.Of(stage.File("rights", "parts.register"), "rights", refusals))
        {
            var kind = item.OneOf("kind", Kinds, required: true) ?? "";
            var owner = item.Text("owner", required: true) ?? "";
            var right = new RightEntry(id, kind, owner, item.Text("title", required: true) ?? "");
            CaseReader.Texts(item, "assumed");
            foreach (var told in Told)
            {
                item.Text(told);
            }

            if (owner.Length > 0 && !owners.Contains(owner))
            {
                refusals.Add(CaseRefusals.Unknown(item.Join("owner"), owner, owners, item.Node("owner")!));
            }

            if (item.Flag("removed") != true)
            {
                register.rights.Add(right);
            }

            item.Finish();
        }

        CaseStoppedException.If(stage.Tree.FileOf("rights"), refusals);
        return register;
    }
}
