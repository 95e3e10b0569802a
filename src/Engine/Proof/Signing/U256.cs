using System.Buffers.Binary;

namespace Zhirong.Engine.Proof;

/// <summary>A number below 2^256 in four words, lowest first; every operation takes the same steps whatever the value.</summary>
internal readonly record struct U256(ulong W0, ulong W1, ulong W2, ulong W3)
{
    public static U256 One { get; } = new(1, 0, 0, 0);

    public static U256 Read(ReadOnlySpan<byte> bigEndian) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bigEndian[24..]), BinaryPrimitives.ReadUInt64BigEndian(bigEndian[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bigEndian[8..]), BinaryPrimitives.ReadUInt64BigEndian(bigEndian));

    /// <summary>From 64 hexadecimal characters, as a standard prints its constants.</summary>
    public static U256 Parse(string hex) => Read(Convert.FromHexString(hex));

    public void Write(Span<byte> bigEndian)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian[24..], W0);
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian[16..], W1);
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian[8..], W2);
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian, W3);
    }

    public bool IsZero => (W0 | W1 | W2 | W3) == 0;

    public bool IsBelow(in U256 limit)
    {
        Subtract(this, limit, out var borrow);
        return borrow != 0;
    }

    /// <summary>Four bits, the lowest group being number 0.</summary>
    public int Nibble(int number)
    {
        var word = (number >> 4) switch { 0 => W0, 1 => W1, 2 => W2, _ => W3 };
        return (int)(word >> (4 * (number & 15))) & 15;
    }

    public static U256 Add(in U256 a, in U256 b, out ulong carry)
    {
        carry = 0;
        return new(Sum(a.W0, b.W0, ref carry), Sum(a.W1, b.W1, ref carry), Sum(a.W2, b.W2, ref carry), Sum(a.W3, b.W3, ref carry));
    }

    public static U256 Subtract(in U256 a, in U256 b, out ulong borrow)
    {
        borrow = 0;
        return new(Difference(a.W0, b.W0, ref borrow), Difference(a.W1, b.W1, ref borrow), Difference(a.W2, b.W2, ref borrow), Difference(a.W3, b.W3, ref borrow));
    }

    /// <summary><paramref name="b"/> where the mask is all ones, <paramref name="a"/> where it is zero.</summary>
    public static U256 Select(in U256 a, in U256 b, ulong mask) => new(
        a.W0 ^ (mask & (a.W0 ^ b.W0)), a.W1 ^ (mask & (a.W1 ^ b.W1)), a.W2 ^ (mask & (a.W2 ^ b.W2)), a.W3 ^ (mask & (a.W3 ^ b.W3)));

    private static ulong Sum(ulong a, ulong b, ref ulong carry)
    {
        var sum = a + b + carry;
        carry = ((a & b) | ((a | b) & ~sum)) >> 63;
        return sum;
    }

    private static ulong Difference(ulong a, ulong b, ref ulong borrow)
    {
        var difference = a - b - borrow;
        borrow = ((~a & b) | ((~a | b) & difference)) >> 63;
        return difference;
    }

    public override string ToString() => $"{W3:x16}{W2:x16}{W1:x16}{W0:x16}";
}
