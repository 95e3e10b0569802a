namespace Zhirong.Engine.Proof;

/// <summary>Hexadecimal with one spelling only: lower case, two characters for each byte, nothing between.</summary>
public static class Hex
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>Reads exactly as many bytes as <paramref name="bytes"/> holds; upper case or another length is not read.</summary>
    public static bool TryRead(ReadOnlySpan<char> hex, Span<byte> bytes)
    {
        if (hex.Length != bytes.Length * 2)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            var (high, low) = (Value(hex[2 * i]), Value(hex[(2 * i) + 1]));
            if ((high | low) < 0)
            {
                return false;
            }

            bytes[i] = (byte)((high << 4) | low);
        }

        return true;
    }

    private static int Value(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };
}
