using System.Buffers;
using System.Globalization;
using System.Text;

namespace Zhirong.Engine.Proof;

/// <summary>Writes JSON in the one spelling of RFC 8785; the order of keys is its caller's.</summary>
public sealed class CanonicalWriter(IBufferWriter<byte> output)
{
    private static readonly UTF8Encoding Strict = new(false, true);

    private bool separated = true;

    /// <summary>The bytes of what is written.</summary>
    public static byte[] Bytes(Action<CanonicalWriter> write, int capacity = 1024)
    {
        var output = new ArrayBufferWriter<byte>(capacity);
        write(new(output));
        return output.WrittenSpan.ToArray();
    }

    public CanonicalWriter Begin(char bracket)
    {
        Separate();
        Put((byte)bracket);
        separated = true;
        return this;
    }

    public CanonicalWriter End(char bracket)
    {
        Put((byte)bracket);
        separated = false;
        return this;
    }

    public CanonicalWriter Name(string name)
    {
        Text(name);
        Put((byte)':');
        separated = true;
        return this;
    }

    public CanonicalWriter Number(long value) => Raw(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Bytes that are canonical already.</summary>
    public CanonicalWriter Raw(ReadOnlySpan<byte> json)
    {
        Separate();
        output.Write(json);
        return this;
    }

    /// <summary>A string with the least escaping (RFC 8785, 3.2.2.2); half a surrogate pair throws.</summary>
    public CanonicalWriter Text(string text)
    {
        Separate();
        Put((byte)'"');
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '"' or '\\' or < ' ')
            {
                Plain(text.AsSpan(from, i - from));
                Escape(text[i]);
                from = i + 1;
            }
        }

        Plain(text.AsSpan(from));
        Put((byte)'"');
        return this;
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        if (text.Length > 0)
        {
            Strict.GetBytes(text, output);
        }
    }

    private void Escape(char c)
    {
        output.Write(c switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            _ => Encoding.ASCII.GetBytes($"\\u{(int)c:x4}"),
        });
    }

    private void Separate()
    {
        if (!separated)
        {
            Put((byte)',');
        }

        separated = false;
    }

    private void Put(byte one)
    {
        output.GetSpan(1)[0] = one;
        output.Advance(1);
    }
}
