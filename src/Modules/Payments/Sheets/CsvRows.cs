using System.Text;
using Zhirong.Modules.Payments.Files;

namespace Zhirong.Modules.Payments.Sheets;

/// <summary>Reads comma-separated text (RFC 4180, with any separator) row by row, in memory of one row.</summary>
internal sealed class CsvRows(TextReader text, char separator)
{
    public const int LongestField = 8192;
    public const int MostFields = 300;

    private readonly StringBuilder field = new();
    private readonly char[] buffer = new char[16 * 1024];
    private int filled;
    private int at;
    private int line = 1;

    /// <summary>Rows with something in them, with the line they begin on. The last row may lack its line end.</summary>
    /// <param name="cut">The text was cut off: a quote left open at its end is no fault, the last row is not given.</param>
    public IEnumerable<(int Line, List<string> Fields)> All(bool cut = false)
    {
        while (true)
        {
            var start = line;
            var (fields, ended) = Row(start, cut);
            if (fields.Exists(f => f.Length > 0) && !(ended && cut))
            {
                yield return (start, fields);
            }

            if (ended)
            {
                yield break;
            }
        }
    }

    private (List<string> Fields, bool Ended) Row(int start, bool cut)
    {
        var fields = new List<string>();
        while (true)
        {
            var end = Field(start, cut);
            if (fields.Count == MostFields)
            {
                throw new FileRefused(FileRefusals.TooMany($"line {start}", MostFields));
            }

            fields.Add(field.ToString());
            if (end != separator)
            {
                return (fields, end < 0);
            }
        }
    }

    /// <summary>One field into the buffer; what ended it: the separator, a line end, or -1.</summary>
    private int Field(int start, bool cut)
    {
        field.Clear();
        var c = Next();
        while (c is ' ' or '\t' && c != separator)
        {
            field.Append((char)c);
            c = Next();
        }

        if (c == '"')
        {
            field.Clear();
            c = Quoted(start, cut);
        }

        while (c >= 0 && c != separator && c is not ('\n' or '\r'))
        {
            Add(start, c);
            c = Next();
        }

        if (c == '\r' && Peek() == '\n')
        {
            Next();
        }

        line += c is '\n' or '\r' ? 1 : 0;
        return c;
    }

    /// <summary>The text up to the closing quote; what stands behind it.</summary>
    private int Quoted(int start, bool cut)
    {
        while (true)
        {
            var c = Next();
            if (c < 0)
            {
                return cut ? -1 : throw new FileRefused(FileRefusals.OpenQuote(start));
            }

            if (c == '"')
            {
                c = Next();
                if (c != '"')
                {
                    return c;
                }
            }

            line += c == '\n' ? 1 : 0;
            Add(start, c);
        }
    }

    private void Add(int start, int c)
    {
        if (field.Length == LongestField)
        {
            throw new FileRefused(FileRefusals.TooLong($"line {start}", LongestField, start));
        }

        field.Append((char)c);
    }

    private int Next() => Peek() < 0 ? -1 : buffer[at++];

    private int Peek()
    {
        if (at == filled)
        {
            (at, filled) = (0, text.Read(buffer, 0, buffer.Length));
        }

        return at == filled ? -1 : buffer[at];
    }
}
