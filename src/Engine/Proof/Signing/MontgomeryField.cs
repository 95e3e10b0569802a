using System.Runtime.CompilerServices;

namespace Zhirong.Engine.Proof;

/// <summary>Arithmetic modulo an odd number above 2^255, on values in Montgomery form (x·2^256 mod m).</summary>
/// <remarks>No step depends on a value: reductions select by mask, a power walks over a public exponent.</remarks>
internal sealed class MontgomeryField
{
    private readonly ulong inverse;
    private readonly U256 square;

    public MontgomeryField(U256 modulus)
    {
        Modulus = modulus;
        inverse = 1;
        for (var i = 0; i < 6; i++)
        {
            inverse *= 2 - (modulus.W0 * inverse);
        }

        inverse = 0 - inverse;
        One = U256.Subtract(default, modulus, out _);
        square = One;
        for (var i = 0; i < 256; i++)
        {
            square = Add(square, square);
        }
    }

    public U256 Modulus { get; }

    /// <summary>1 in Montgomery form.</summary>
    public U256 One { get; }

    /// <summary>Into Montgomery form; any number below 2^256 is reduced by it.</summary>
    public U256 Enter(in U256 value) => Multiply(value, square);

    /// <summary>Out of Montgomery form, below the modulus.</summary>
    public U256 Leave(in U256 value) => Multiply(value, U256.One);

    public U256 Add(in U256 a, in U256 b) => Reduce(U256.Add(a, b, out var carry), carry);

    public U256 Subtract(in U256 a, in U256 b)
    {
        var difference = U256.Subtract(a, b, out var borrow);
        return U256.Select(difference, U256.Add(difference, Modulus, out _), 0 - borrow);
    }

    /// <summary>a·b·2^-256: operand scanning with the reduction woven in (Koç, Acar, Kaliski 1996, CIOS).</summary>
    public U256 Multiply(in U256 a, in U256 b)
    {
        var (a0, a1, a2, a3) = (a.W0, a.W1, a.W2, a.W3);
        var (m0, m1, m2, m3, inv) = (Modulus.W0, Modulus.W1, Modulus.W2, Modulus.W3, inverse);
        ulong t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0;
        for (var word = 0; word < 4; word++)
        {
            var w = word switch { 0 => b.W0, 1 => b.W1, 2 => b.W2, _ => b.W3 };
            ulong carry = 0, top = 0;
            t0 = MultiplyAdd(a0, w, t0, ref carry);
            t1 = MultiplyAdd(a1, w, t1, ref carry);
            t2 = MultiplyAdd(a2, w, t2, ref carry);
            t3 = MultiplyAdd(a3, w, t3, ref carry);
            t4 = AddTo(t4, carry, ref top);
            carry = 0;
            var q = t0 * inv;
            MultiplyAdd(q, m0, t0, ref carry);
            t0 = MultiplyAdd(q, m1, t1, ref carry);
            t1 = MultiplyAdd(q, m2, t2, ref carry);
            t2 = MultiplyAdd(q, m3, t3, ref carry);
            t3 = AddTo(t4, carry, ref top);
            t4 = top;
        }

        return Reduce(new(t0, t1, t2, t3), t4);
    }

    /// <summary>1/value by Fermat's little theorem; 0 for 0.</summary>
    public U256 Invert(in U256 value)
    {
        var exponent = U256.Subtract(Modulus, new(2, 0, 0, 0), out _);
        var power = One;
        for (var i = 63; i >= 0; i--)
        {
            for (var bit = 3; bit >= 0; bit--)
            {
                power = Multiply(power, power);
                if (((exponent.Nibble(i) >> bit) & 1) != 0)
                {
                    power = Multiply(power, value);
                }
            }
        }

        return power;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MultiplyAdd(ulong a, ulong b, ulong add, ref ulong carry)
    {
        var high = Math.BigMul(a, b, out var low);
        low = AddTo(low, add, ref high);
        low = AddTo(low, carry, ref high);
        carry = high;
        return low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AddTo(ulong a, ulong b, ref ulong over)
    {
        var sum = a + b;
        over += ((a & b) | ((a | b) & ~sum)) >> 63;
        return sum;
    }

    /// <summary>Takes the modulus off once where carry·2^256 + value is not below it.</summary>
    private U256 Reduce(in U256 value, ulong carry)
    {
        var less = U256.Subtract(value, Modulus, out var borrow);
        return U256.Select(less, value, (0 - borrow) & (carry - 1));
    }
}
