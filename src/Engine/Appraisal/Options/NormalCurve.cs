namespace Zhirong.Engine.Appraisal.Options;

/// <summary>The standard normal distribution in double precision.</summary>
public static class NormalCurve
{
    /// <summary>Hart's algorithm as West (2005) gives it, about 1e-15.</summary>
    public static double Cdf(double x)
    {
        var a = Math.Abs(x);
        if (a > 37)
        {
            return x > 0 ? 1 : 0;
        }

        var e = Math.Exp(-a * a / 2);
        double tail;
        if (a < 7.07106781186547)
        {
            tail = e * Poly(a, Hart) / Poly(a, HartBelow);
        }
        else
        {
            var c = a + (1 / (a + (2 / (a + (3 / (a + (4 / (a + 0.65))))))));
            tail = e / c / 2.506628274631;
        }

        return x > 0 ? 1 - tail : tail;
    }

    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>Wichura's algorithm AS 241 (1988), about 1e-16.</summary>
    /// <param name="p">Above 0 and below 1.</param>
    public static double Quantile(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - (q * q);
            return q * Poly(r, Center) / Poly(r, CenterBelow);
        }

        var s = Math.Sqrt(-Math.Log(q < 0 ? p : 1 - p));
        var v = s <= 5 ? Poly(s - 1.6, Middle) / Poly(s - 1.6, MiddleBelow) : Poly(s - 5, Far) / Poly(s - 5, FarBelow);
        return q < 0 ? -v : v;
    }

    private static readonly double[] Hart = [3.52624965998911e-02, .700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376];
    private static readonly double[] HartBelow = [8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752];
    private static readonly double[] Center = [2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608];
    private static readonly double[] CenterBelow = [5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1];
    private static readonly double[] Middle = [7.7454501427834140764e-4, .0227238449892691845833, .24178072517745061177, 1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734];
    private static readonly double[] MiddleBelow = [1.05075007164441684324e-9, 5.475938084995344946e-4, .0151986665636164571966, .14810397642748007459, .68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1];
    private static readonly double[] Far = [2.01033439929228813265e-7, 2.71155556874348757815e-5, .0012426609473880784386, .026532189526576123093, .29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772];
    private static readonly double[] FarBelow = [2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, .0148753612908506148525, .13692988092273580531, .59983220655588793769, 1];

    private static double Poly(double x, double[] coefficients)
    {
        var sum = 0.0;
        foreach (var c in coefficients)
        {
            sum = (sum * x) + c;
        }

        return sum;
    }
}
