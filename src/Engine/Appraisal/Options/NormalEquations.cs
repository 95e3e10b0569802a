namespace Zhirong.Engine.Appraisal.Options;

/// <summary>Small systems of least squares.</summary>
internal static class NormalEquations
{
    /// <summary>Solves in place by elimination with row pivots; <paramref name="a"/> holds n rows of n + 1 entries.</summary>
    /// <returns>False when the system is singular; then nothing is known.</returns>
    public static bool Solve(Span<double> a, int n, Span<double> solution)
    {
        var width = n + 1;
        for (var i = 0; i < n; i++)
        {
            var pivot = i;
            for (var j = i + 1; j < n; j++)
            {
                pivot = Math.Abs(a[(j * width) + i]) > Math.Abs(a[(pivot * width) + i]) ? j : pivot;
            }

            if (!(Math.Abs(a[(pivot * width) + i]) >= 1e-12))
            {
                return false;
            }

            for (var k = i; k < width; k++)
            {
                (a[(i * width) + k], a[(pivot * width) + k]) = (a[(pivot * width) + k], a[(i * width) + k]);
            }

            for (var j = 0; j < n; j++)
            {
                var factor = a[(j * width) + i] / a[(i * width) + i];
                for (var k = i; j != i && k < width; k++)
                {
                    a[(j * width) + k] -= factor * a[(i * width) + k];
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            solution[i] = a[(i * width) + n] / a[(i * width) + i];
        }

        return true;
    }

    /// <summary>Adds one observation of a polynomial's terms to the sums.</summary>
    public static void Add(Span<double> a, int n, ReadOnlySpan<double> terms, double y)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                a[(i * (n + 1)) + j] += terms[i] * terms[j];
            }

            a[(i * (n + 1)) + n] += terms[i] * y;
        }
    }
}
