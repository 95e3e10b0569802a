using System.Buffers;
using Zhirong.Engine.Proof;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Model;

/// <summary>What the evidence of an entry commits to: canonical JSON, its keys in order.</summary>
internal static class EntryStatement
{
    public static byte[] Of(Guid book, EntryDraft draft, Guid? hold)
    {
        var output = new ArrayBufferWriter<byte>(600);
        var facts = new CanonicalWriter(output);
        facts.Begin('{').Name("book").Text(RowValues.Of(book)).Name("effective").Text(RowValues.Of(draft.Effective)).Name("event").Text(draft.Event);
        OrNull(facts.Name("hold"), RowValues.Of(hold));
        facts.Name("id").Text(RowValues.Of(draft.Id)).Name("lines").Begin('[');
        foreach (var line in draft.Lines)
        {
            facts.Begin('{').Name("account").Text(line.Account).Name("amount").Text(line.Amount.ToString()).Name("side").Text(line.Side.Word()).End('}');
        }

        facts.End(']').Name("memo").Text(draft.Memo);
        OrNull(facts.Name("reverses"), RowValues.Of(draft.Reverses));
        facts.Name("subject");
        if (draft.Subject is { } subject)
        {
            facts.Begin('{').Name("id").Text(subject.Id).Name("kind").Text(subject.Kind).End('}');
        }
        else
        {
            OrNull(facts, null);
        }

        facts.End('}');
        return output.WrittenSpan.ToArray();
    }

    private static void OrNull(CanonicalWriter facts, string? text)
    {
        if (text is null)
        {
            facts.Raw("null"u8);
        }
        else
        {
            facts.Text(text);
        }
    }
}
