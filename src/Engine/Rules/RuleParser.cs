using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules;

/// <summary>Recursive descent over the closed grammar, bounded in depth and size, typed while parsing.</summary>
/// <param name="tokens">What the lexer made.</param>
/// <param name="vocabulary">The names.</param>
/// <param name="dialect">How much of the language.</param>
/// <param name="cell">The type of <c>$</c>; null outside cells.</param>
/// <param name="words">Texts that a cell may write without quotation marks.</param>
internal sealed partial class RuleParser(List<Token> tokens, IRuleVocabulary vocabulary, RuleDialect dialect = RuleDialect.Deal, RuleType? cell = null, IReadOnlyCollection<string>? words = null)
{
    public const int MaxDepth = 64;
    public const int MaxNodes = 1000;

    private static readonly Words Operand = new("数字、日期、评级、名称或括号", "a number, date, grade, name or parenthesis");
    private int at;
    private int depth;
    private int nodes;

    private Token Current => tokens[at];

    public RuleNode Whole()
    {
        var node = Or();
        return Current.Kind == TokenKind.End ? node : throw Refuse(RuleRefusals.Unexpected(Current.Column, Current.Text, new("表达式到此结束，或一个运算符", "the end, or an operator")));
    }

    public static RefusedException Refuse(Refusal refusal) => new(refusal);

    private bool Take(string symbol)
    {
        if (Current.Kind != TokenKind.Symbol || Current.Text != symbol)
        {
            return false;
        }

        at++;
        return true;
    }

    private RuleNode Or()
    {
        if (++depth > MaxDepth)
        {
            throw Refuse(RuleRefusals.TooDeep(Current.Column, MaxDepth));
        }

        var left = And();
        while (Current is { Kind: TokenKind.Symbol, Text: "or" } token)
        {
            at++;
            left = Logical(RuleOperator.Or, left, And(), token);
        }

        depth--;
        return left;
    }

    private RuleNode And()
    {
        var left = Not();
        while (Current is { Kind: TokenKind.Symbol, Text: "and" } token)
        {
            at++;
            left = Logical(RuleOperator.And, left, Not(), token);
        }

        return left;
    }

    private RuleNode Not()
    {
        var column = Current.Column;
        if (!Take("not"))
        {
            return Comparison();
        }

        if (++depth > MaxDepth)
        {
            throw Refuse(RuleRefusals.TooDeep(column, MaxDepth));
        }

        var operand = Not();
        depth--;
        Need(operand, RuleType.Flag);
        return Keep(new RuleNode.Not(operand, column));
    }

    private RuleNode Comparison()
    {
        var left = Sum();
        if (Membership(left) is { } member)
        {
            return member;
        }

        if (Current.Kind != TokenKind.Symbol || Comparator(Current.Text) is not { } op)
        {
            return left;
        }

        var token = Current;
        at++;
        var compared = Compared(op, left, Sum(), token);
        if (Current.Kind == TokenKind.Symbol && Comparator(Current.Text) is not null)
        {
            throw Refuse(RuleRefusals.Unexpected(Current.Column, Current.Text, new("用 and 连接两个比较", "two comparisons joined by and")));
        }

        return compared;
    }

    private RuleNode.Binary Compared(RuleOperator op, RuleNode left, RuleNode right, Token token)
    {
        if (left.Type != right.Type)
        {
            throw Refuse(RuleRefusals.Types(token.Column, $"{left.Type} {token.Text} {right.Type}", new("两边类型相同", "the same type on both sides")));
        }

        if (left.Type is RuleType.Flag or >= RuleType.Text && op is not (RuleOperator.Equal or RuleOperator.NotEqual))
        {
            throw Refuse(RuleRefusals.Types(token.Column, $"{left.Type} {token.Text} {right.Type}", new("是非值与文字只能比较相等", "flags and texts compare for equality only")));
        }

        return Keep(new RuleNode.Binary(op, left, right, RuleType.Flag, token.Column));
    }

    private static RuleOperator? Comparator(string text) => text switch
    {
        ">" => RuleOperator.Greater,
        ">=" => RuleOperator.GreaterOrEqual,
        "<" => RuleOperator.Less,
        "<=" => RuleOperator.LessOrEqual,
        "==" => RuleOperator.Equal,
        "!=" => RuleOperator.NotEqual,
        _ => null,
    };

    private RuleNode Sum()
    {
        var left = Term();
        while (Current is { Kind: TokenKind.Symbol, Text: "+" or "-" } token)
        {
            at++;
            left = Arithmetic(token.Text == "+" ? RuleOperator.Add : RuleOperator.Subtract, left, Term(), token);
        }

        return left;
    }

    private RuleNode Term()
    {
        var left = Unary();
        while (Current is { Kind: TokenKind.Symbol, Text: "*" or "/" } token)
        {
            at++;
            left = Arithmetic(token.Text == "*" ? RuleOperator.Multiply : RuleOperator.Divide, left, Unary(), token);
        }

        return left;
    }

    private RuleNode Unary()
    {
        var column = Current.Column;
        if (!Take("-"))
        {
            return Primary();
        }

        if (++depth > MaxDepth)
        {
            throw Refuse(RuleRefusals.TooDeep(column, MaxDepth));
        }

        var operand = Unary();
        depth--;
        Need(operand, RuleType.Number);
        return Keep(new RuleNode.Negate(operand, column));
    }

    private RuleNode Primary()
    {
        var token = Current;
        at++;
        switch (token.Kind)
        {
            case TokenKind.Constant when token.Value.Type == RuleType.Grade && words?.Contains(token.Text) == true:
                // A text may look like a grade: the tax rating A.
                return Keep(new RuleNode.Constant(RuleValue.Of(token.Text), token.Column));
            case TokenKind.Constant:
                return Sliced(Keep(new RuleNode.Constant(token.Value, token.Column)));
            case TokenKind.Template:
                return Template(token);
            case TokenKind.Name when dialect == RuleDialect.Policy:
                return Sliced(PolicyName(token));
            case TokenKind.Name:
                return vocabulary.TryFind(token.Text, out var slot, out var type)
                    ? Keep(new RuleNode.Name(token.Text, slot, type, token.Column))
                    : throw Refuse(RuleRefusals.UnknownName(token.Column, token.Text, vocabulary.Names));
            case TokenKind.Symbol when token.Text == "(":
                var inner = Or();
                Close();
                return inner;
            case TokenKind.Symbol when token.Text is "$" or "#":
                return Sliced(Placeholder(token));
            case TokenKind.Symbol when token.Text == "[":
                return List(token);
            case TokenKind.Symbol when token.Text is "min" or "max":
                return Extreme(token);
            default:
                throw Refuse(RuleRefusals.Unexpected(token.Column, token.Kind == TokenKind.End ? "（结束 end）" : token.Text, Operand));
        }
    }

    private RuleNode Extreme(Token function)
    {
        if (!Take("("))
        {
            throw Refuse(RuleRefusals.Unexpected(Current.Column, Current.Text, Words.Same("(")));
        }

        var left = Or();
        if (left.Type == RuleType.Numbers)
        {
            Close();
            return Keep(new RuleNode.Call(function.Text == "min" ? RuleFunction.Least : RuleFunction.Greatest, [left], RuleType.Number, function.Column));
        }

        var count = 1;
        for (; Take(","); count++)
        {
            var right = Or();
            if (left.Type != right.Type || left.Type is RuleType.Flag or >= RuleType.Text)
            {
                throw Refuse(RuleRefusals.Types(function.Column, $"{function.Text}({left.Type}, {right.Type})", new("同类型的数字、日期或评级", "numbers, dates or grades of one type")));
            }

            left = Keep(new RuleNode.Binary(function.Text == "min" ? RuleOperator.Min : RuleOperator.Max, left, right, left.Type, function.Column));
        }

        Close();
        return count >= 2 ? left : throw Refuse(RuleRefusals.Unexpected(function.Column, function.Text, new("至少两个参数", "at least two arguments")));
    }

    private void Close()
    {
        if (!Take(")"))
        {
            throw Refuse(RuleRefusals.Unexpected(Current.Column, Current.Kind == TokenKind.End ? "（结束 end）" : Current.Text, Words.Same(")")));
        }
    }

    private RuleNode.Binary Logical(RuleOperator op, RuleNode left, RuleNode right, Token token)
    {
        Need(left, RuleType.Flag);
        Need(right, RuleType.Flag);
        return Keep(new RuleNode.Binary(op, left, right, RuleType.Flag, token.Column));
    }

    private RuleNode.Binary Arithmetic(RuleOperator op, RuleNode left, RuleNode right, Token token)
    {
        RuleType? type = (op, left.Type, right.Type) switch
        {
            (_, RuleType.Number, RuleType.Number) => RuleType.Number,
            (RuleOperator.Add or RuleOperator.Subtract, RuleType.Date, RuleType.Number) => RuleType.Date,
            (RuleOperator.Subtract, RuleType.Date, RuleType.Date) => RuleType.Number,
            _ => null,
        };
        return type is { } known
            ? Keep(new RuleNode.Binary(op, left, right, known, token.Column))
            : throw Refuse(RuleRefusals.Types(token.Column, $"{left.Type} {token.Text} {right.Type}", new("数字之间，或日期加减天数", "numbers, or a date plus or minus days")));
    }

    private static void Need(RuleNode node, RuleType type)
    {
        if (node.Type != type)
        {
            throw Refuse(RuleRefusals.Types(node.Column, node.Type.ToString(), Words.Same(type.ToString())));
        }
    }

    private T Keep<T>(T node)
        where T : RuleNode =>
        ++nodes <= MaxNodes ? node : throw Refuse(RuleRefusals.TooBig(node.Column, MaxNodes));
}

/// <summary>Carries a refusal out of the parser; never leaves the engine.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception
{
    public Refusal Refusal { get; } = refusal;
}
