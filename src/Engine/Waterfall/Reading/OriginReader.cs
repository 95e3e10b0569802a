using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Reading;

/// <summary>Reads <c>origins</c>: where the figures of the deal come from. They move no money.</summary>
internal static class OriginReader
{
    public static IReadOnlyList<OriginTerms> Read(FieldReader root, List<Refusal> refusals)
    {
        var origins = new List<OriginTerms>();
        foreach (var item in DealReader.Items(root, "origins", refusals))
        {
            item.Text("id");
            var path = item.Text("path", required: true);
            var kind = item.OneOf("kind", OriginKinds.Words, required: true);
            var (source, date, note) = (item.Text("source"), item.Date("date"), item.Text("note"));
            item.Finish();
            if (path is not null && kind is not null)
            {
                origins.Add(new(path, (OriginKind)OriginKinds.Words.ToList().IndexOf(kind), source, date, note));
            }
        }

        return origins;
    }
}
