namespace Zhirong.Engine.Proof;

/// <summary>A point of the SM2 curve in projective coordinates (x = X/Z, y = Y/Z), Montgomery form; (0, 1, 0) is infinity.</summary>
internal readonly record struct Sm2Point(U256 X, U256 Y, U256 Z);

/// <summary>The recommended curve of GB/T 32918.5-2017: y² = x³ − 3x + b over a prime field, of prime order n.</summary>
/// <remarks>
/// One complete addition formula serves every pair of points (Renes, Costello, Batina 2016, algorithm 4), and a scalar
/// costs the same steps whatever its bits: 64 windows of four bits, every entry of the table read each time.
/// </remarks>
internal static class Sm2Curve
{
    public static readonly MontgomeryField P = new(U256.Parse("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF"));

    public static readonly MontgomeryField N = new(U256.Parse("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123"));

    private static readonly U256 B = P.Enter(U256.Parse("28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93"));

    public static readonly Sm2Point Generator = new(
        P.Enter(U256.Parse("32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7")),
        P.Enter(U256.Parse("BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0")),
        P.One);

    private static Sm2Point Infinity => new(default, P.One, default);

    /// <summary>The point 0x04 ‖ x ‖ y, or null when it is none of the curve.</summary>
    public static Sm2Point? Read(ReadOnlySpan<byte> point)
    {
        if (point.Length != 65 || point[0] != 4)
        {
            return null;
        }

        var (x, y) = (U256.Read(point[1..33]), U256.Read(point[33..]));
        if (!x.IsBelow(P.Modulus) || !y.IsBelow(P.Modulus))
        {
            return null;
        }

        (x, y) = (P.Enter(x), P.Enter(y));
        var cube = P.Multiply(P.Multiply(x, x), x);
        var right = P.Add(P.Subtract(cube, P.Add(P.Add(x, x), x)), B);
        return P.Multiply(y, y) == right ? new Sm2Point(x, y, P.One) : null;
    }

    /// <summary>0x04 ‖ x ‖ y of a point that is not infinity.</summary>
    public static byte[] Write(in Sm2Point point)
    {
        var bytes = new byte[65];
        bytes[0] = 4;
        var inverse = P.Invert(point.Z);
        P.Leave(P.Multiply(point.X, inverse)).Write(bytes.AsSpan(1));
        P.Leave(P.Multiply(point.Y, inverse)).Write(bytes.AsSpan(33));
        return bytes;
    }

    /// <summary>The affine x of a point, out of Montgomery form; 0 for infinity.</summary>
    public static U256 XOf(in Sm2Point point) => P.Leave(P.Multiply(point.X, P.Invert(point.Z)));

    public static Sm2Point Multiply(in U256 scalar, in Sm2Point point)
    {
        Span<Sm2Point> table = stackalloc Sm2Point[16];
        Fill(table, point);
        var product = Infinity;
        for (var window = 63; window >= 0; window--)
        {
            product = Add(Sixteenfold(product), Entry(table, (uint)scalar.Nibble(window)));
        }

        table.Clear();
        return product;
    }

    /// <summary>s·G + t·point with the doublings shared; for public scalars.</summary>
    public static Sm2Point MultiplySum(in U256 s, in U256 t, in Sm2Point point)
    {
        Span<Sm2Point> first = stackalloc Sm2Point[16];
        Span<Sm2Point> second = stackalloc Sm2Point[16];
        Fill(first, Generator);
        Fill(second, point);
        var sum = Infinity;
        for (var window = 63; window >= 0; window--)
        {
            sum = Add(Add(Sixteenfold(sum), first[s.Nibble(window)]), second[t.Nibble(window)]);
        }

        return sum;
    }

    /// <summary>The multiples 0 to 15 of a point.</summary>
    private static void Fill(Span<Sm2Point> table, in Sm2Point point)
    {
        table[0] = Infinity;
        for (var i = 1; i < table.Length; i++)
        {
            table[i] = Add(table[i - 1], point);
        }
    }

    private static Sm2Point Sixteenfold(Sm2Point point)
    {
        for (var doubling = 0; doubling < 4; doubling++)
        {
            point = Add(point, point);
        }

        return point;
    }

    /// <summary>Reads all sixteen entries and keeps one, so that the reads do not tell which.</summary>
    private static Sm2Point Entry(ReadOnlySpan<Sm2Point> table, uint wanted)
    {
        Sm2Point entry = default;
        for (var i = 0u; i < 16; i++)
        {
            var other = (ulong)(i ^ wanted);
            var mask = ((other | (0 - other)) >> 63) - 1;
            entry = new(U256.Select(entry.X, table[(int)i].X, mask), U256.Select(entry.Y, table[(int)i].Y, mask), U256.Select(entry.Z, table[(int)i].Z, mask));
        }

        return entry;
    }

    public static Sm2Point Add(in Sm2Point p, in Sm2Point q)
    {
        var f = P;
        var t0 = f.Multiply(p.X, q.X);
        var t1 = f.Multiply(p.Y, q.Y);
        var t2 = f.Multiply(p.Z, q.Z);
        var t3 = f.Subtract(f.Multiply(f.Add(p.X, p.Y), f.Add(q.X, q.Y)), f.Add(t0, t1));
        var t4 = f.Subtract(f.Multiply(f.Add(p.Y, p.Z), f.Add(q.Y, q.Z)), f.Add(t1, t2));
        var y = f.Subtract(f.Multiply(f.Add(p.X, p.Z), f.Add(q.X, q.Z)), f.Add(t0, t2));
        var x = f.Subtract(y, f.Multiply(B, t2));
        x = f.Add(f.Add(x, x), x);
        var z = f.Subtract(t1, x);
        x = f.Add(t1, x);
        t2 = f.Add(f.Add(t2, t2), t2);
        y = f.Subtract(f.Subtract(f.Multiply(B, y), t2), t0);
        y = f.Add(f.Add(y, y), y);
        t0 = f.Subtract(f.Add(f.Add(t0, t0), t0), t2);
        return new(
            f.Subtract(f.Multiply(t3, x), f.Multiply(t4, y)),
            f.Add(f.Multiply(x, z), f.Multiply(t0, y)),
            f.Add(f.Multiply(t4, z), f.Multiply(t3, t0)));
    }
}
