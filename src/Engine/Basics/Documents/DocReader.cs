using System.Text;

namespace Zhirong.Engine.Basics.Documents;

/// <summary>Turns bytes into a document tree with positions: JSON when the text starts like JSON, else YAML.</summary>
public static class DocReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>Reads one document. Refuses (DOC-0002 … DOC-0013) instead of guessing; never expands aliases.</summary>
    public static Result<DocNode> Read(ReadOnlyMemory<byte> bytes, DocLimits? limits = null)
    {
        limits ??= DocLimits.Default;
        if (bytes.Length > limits.MaxBytes)
        {
            return DocRefusals.TooLarge(bytes.Length, limits.MaxBytes);
        }

        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        string text;
        try
        {
            text = StrictUtf8.GetString(bytes.Span);
        }
        catch (DecoderFallbackException problem)
        {
            return DocRefusals.NotUtf8(problem.Index);
        }

        var first = text.AsSpan().TrimStart();
        if (first.IsEmpty)
        {
            return DocRefusals.Empty();
        }

        if (first[0] is not ('{' or '['))
        {
            return YamlTree.Read(text, limits);
        }

        var json = JsonTree.Read(bytes, limits);
        if (json.Ok || json.Refusals[0].Code != "DOC-0005")
        {
            return json;
        }

        // Flow-style YAML starts with a bracket too; when it is neither, the JSON problem is the one to tell.
        var yaml = YamlTree.Read(text, limits);
        return yaml.Ok ? yaml : json;
    }

    public static Result<DocNode> Read(string text, DocLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), limits);
}
