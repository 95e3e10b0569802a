namespace Zhirong.Engine.Basics.Documents;

/// <summary>What readers of files of one schema share: opening, lists of maps with ids, titles in two languages.</summary>
public static class FileFields
{
    /// <summary>Opens a file of the named schema, reads it, and refuses unknown keys.</summary>
    public static Result<T> File<T>(ReadOnlyMemory<byte> bytes, string schema, Func<FieldReader, List<Refusal>, T> read)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Node(document.Value, schema, read) : Result<T>.Refused(document.Refusals);
    }

    public static Result<T> Node<T>(DocNode document, string schema, Func<FieldReader, List<Refusal>, T> read)
    {
        var refusals = new List<Refusal>();
        if (FieldReader.Open(document, "", refusals) is not { } root)
        {
            return Result<T>.Refused(refusals);
        }

        root.OneOf("schema", [schema], required: true);
        var value = read(root, refusals);
        root.Finish();
        return refusals.Count == 0 ? Result<T>.Of(value) : Result<T>.Refused([.. refusals.OrderBy(r => r.Line).ThenBy(r => r.Column)]);
    }

    /// <summary>Items of a list of maps, each finished after its use; ids are unique (FLD-0102).</summary>
    public static List<T> Items<T>(FieldReader reader, string key, List<Refusal> refusals, Func<FieldReader, T> read, bool required = false, int max = 10_000, string named = "id")
    {
        var (made, seen, items) = (new List<T>(), new HashSet<string>(StringComparer.Ordinal), reader.List(key, required));
        if (items.Count > max)
        {
            refusals.Add(FieldRefusals.Type(reader.Join(key), reader.Node(key)!, new($"至多 {max} 项", $"at most {max} items")));
            return made;
        }

        for (var i = 0; i < items.Count; i++)
        {
            var id = (items[i] as DocMap)?[named] is DocScalar { IsNull: false } scalar ? scalar.Text : null;
            var path = $"{reader.Join(key)}.{id ?? $"{i}"}";
            if (FieldReader.Open(items[i], path, refusals) is not { } item)
            {
                continue;
            }

            if (id is not null && !seen.Add(id))
            {
                refusals.Add(FieldRefusals.Type($"{path}.{named}", ((DocMap)items[i])[named]!, new("不重复的标识", "an id used once")));
            }

            made.Add(read(item));
            item.Finish();
        }

        return made;
    }

    /// <summary>A title given as <c>zh</c> and <c>en</c>; one alone stands for both.</summary>
    public static Words Title(FieldReader item, string fallback)
    {
        var (zh, en) = (item.Text("zh"), item.Text("en"));
        return zh is null && en is null ? Words.Same(fallback) : new(zh ?? en!, en ?? zh!);
    }

    /// <summary>An id: letters, digits, <c>_</c>, <c>-</c> and <c>/</c>, at most 80.</summary>
    public static string Id(FieldReader reader, List<Refusal> refusals, string key = "id")
    {
        var id = reader.Text(key, required: true) ?? "";
        if (id.Length > 0 && (id.Length > 80 || !id.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '.')))
        {
            refusals.Add(FieldRefusals.Type(reader.Join(key), reader.Node(key)!, new("至多 80 个字母、数字、_ - / .", "at most 80 letters, digits, _ - / .")));
        }

        return id;
    }
}
