namespace Zhirong.House.Tests;

/// <summary>C# text with everything blanked that is not code.</summary>
/// <remarks>
/// Comments, preprocessor lines and the contents of strings and characters become spaces; line breaks and positions stay.
/// The code inside the holes of interpolated strings is kept: <c>$"{DateTime.Now}"</c> is a clock.
/// </remarks>
internal sealed class SourceText
{
    private readonly string source;
    private readonly char[] output;
    private int at;

    private SourceText(string source)
    {
        this.source = source;
        output = source.ToCharArray();
    }

    public static string CodeOnly(string source)
    {
        var text = new SourceText(source);
        text.Code(inHole: false);
        return new(text.output);
    }

    public static int LineAt(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    private char Peek(int ahead = 0) => at + ahead < source.Length ? source[at + ahead] : '\0';

    private void Blank(int count = 1)
    {
        for (; count > 0 && at < source.Length; count--, at++)
        {
            if (source[at] is not ('\n' or '\r'))
            {
                output[at] = ' ';
            }
        }
    }

    private void BlankLine()
    {
        while (at < source.Length && Peek() != '\n')
        {
            Blank();
        }
    }

    private void Code(bool inHole)
    {
        var depth = 0;
        while (at < source.Length)
        {
            switch (Peek())
            {
                case '/' when Peek(1) == '/':
                    BlankLine();
                    break;
                case '/' when Peek(1) == '*':
                    BlockComment();
                    break;
                case '#' when StartsLine():
                    BlankLine();
                    break;
                case '\'':
                    Character();
                    break;
                case '"' or '$' or '@' when IsString(out var dollars, out var verbatim):
                    String(dollars, verbatim);
                    break;
                case '}' when inHole && depth == 0:
                    return;
                case ':' when Peek(1) == ':':
                    at += 2;
                    break;
                case ':' when inHole && depth == 0:
                    Format();
                    return;
                case var c:
                    depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
                    at++;
                    break;
            }
        }
    }

    private bool StartsLine()
    {
        var before = at - 1;
        while (before >= 0 && source[before] is ' ' or '\t')
        {
            before--;
        }

        return before < 0 || source[before] == '\n';
    }

    private void BlockComment()
    {
        Blank(2);
        while (at < source.Length && !(Peek() == '*' && Peek(1) == '/'))
        {
            Blank();
        }

        Blank(2);
    }

    private void Character()
    {
        at++;
        while (at < source.Length && Peek() is not ('\'' or '\n'))
        {
            Blank(Peek() == '\\' ? 2 : 1);
        }

        at++;
    }

    private void Format()
    {
        while (at < source.Length && Peek() != '}')
        {
            Blank();
        }
    }

    private bool IsString(out int dollars, out bool verbatim)
    {
        var ahead = 0;
        dollars = 0;
        verbatim = false;
        for (; Peek(ahead) is '$' or '@'; ahead++)
        {
            dollars += Peek(ahead) == '$' ? 1 : 0;
            verbatim |= Peek(ahead) == '@';
        }

        return Peek(ahead) == '"';
    }

    private int Run(char c)
    {
        var length = 0;
        while (Peek(length) == c)
        {
            length++;
        }

        return length;
    }

    private void String(int dollars, bool verbatim)
    {
        while (Peek() is '$' or '@')
        {
            at++;
        }

        var quotes = verbatim ? 1 : Run('"');
        if (quotes == 2)
        {
            at += 2;
            return;
        }

        at += quotes;
        while (at < source.Length && !Closes(quotes, verbatim))
        {
            if (dollars > 0 && Peek() == '{')
            {
                Hole(dollars, raw: quotes > 1);
            }
            else
            {
                Blank(quotes == 1 && !verbatim && Peek() == '\\' ? 2 : 1);
            }
        }
    }

    private bool Closes(int quotes, bool verbatim)
    {
        var run = Run('"');
        if (verbatim && run >= 2)
        {
            // Pairs of quotes are one quote inside; an odd one closes.
            Blank(run - (run % 2));
            run %= 2;
        }

        if (run < quotes)
        {
            Blank(run);
            return false;
        }

        at += run;
        return true;
    }

    private void Hole(int dollars, bool raw)
    {
        var run = Run('{');
        if (raw ? run < dollars : run % 2 == 0)
        {
            Blank(run);
            return;
        }

        at += run;
        Code(inHole: true);
        at += Math.Min(Run('}'), raw ? dollars : 1);
    }
}
