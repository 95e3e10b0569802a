using Zhirong.Engine.Matching.Parameters;

namespace Zhirong.Engine.Matching.Listings;

/// <summary>
/// Where one word stands: for each listing, in rising order, how often in each field. Kept as bytes: the step from the listing before,
/// a bit for each field the word stands in, then the count of each.
/// </summary>
internal sealed class Postings
{
    private const int Fields = ListingFields.Count;
    private byte[] bytes = new byte[8];
    private int used;
    private int last = -1;

    /// <summary>Listings the word stands in.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a listing after all that are there.</summary>
    public void Add(int listing, ReadOnlySpan<int> times)
    {
        if (bytes.Length - used < 5 + 1 + (5 * Fields))
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length + (bytes.Length >> 1), used + 5 + 1 + (5 * Fields)));
        }

        Write((uint)(listing - last));
        var mask = 0;
        for (var field = 0; field < Fields; field++)
        {
            mask |= times[field] > 0 ? 1 << field : 0;
        }

        bytes[used++] = (byte)mask;
        for (var field = 0; field < Fields; field++)
        {
            if (times[field] > 0)
            {
                Write((uint)times[field]);
            }
        }

        (last, Count) = (listing, Count + 1);
    }

    /// <summary>Gives back the bytes that are not used.</summary>
    public void Close() => Array.Resize(ref bytes, used);

    public Reader Read() => new(bytes.AsSpan(0, used));

    private void Write(uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes[used++] = (byte)(value | 0x80);
        }

        bytes[used++] = (byte)value;
    }

    /// <summary>Goes through the listings.</summary>
    internal ref struct Reader
    {
        private readonly ReadOnlySpan<byte> bytes;
        private int at;

        public Reader(ReadOnlySpan<byte> bytes)
        {
            this.bytes = bytes;
            Listing = -1;
        }

        public int Listing { get; private set; }

        /// <summary>The next listing; its counts are written into one place for each <see cref="ListingField"/>.</summary>
        public bool Next(scoped Span<int> times)
        {
            if (at == bytes.Length)
            {
                return false;
            }

            Listing += (int)Number();
            var mask = bytes[at++];
            for (var field = 0; field < Fields; field++)
            {
                times[field] = (mask & (1 << field)) == 0 ? 0 : (int)Number();
            }

            return true;
        }

        private uint Number()
        {
            uint value = bytes[at++];
            if (value < 0x80)
            {
                return value;
            }

            value &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                uint part = bytes[at++];
                value |= (part & 0x7F) << shift;
                if (part < 0x80)
                {
                    return value;
                }
            }
        }
    }
}
