using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Web;

/// <summary>The numbered refusals of the HTTP layer, in the order they are tested.</summary>
public static class WebRefusals
{
    public static Refusal TooLarge(long bytes, long limit) => Make("WEB-0101", "", $"{bytes} bytes", new($"不超过 {limit} 字节", $"at most {limit} bytes"),
        new("请求内容过大，未读入", "The request is too large and was not read"));

    public static Refusal Body(string path, string found) => Make("WEB-0102", path, found, new("接口约定的 JSON", "JSON as the interface says"),
        new("请求内容不合格式", "The request body does not have the agreed form"));

    public static Refusal KeyReused(string key, string field) => Make("WEB-0103", field, key, new("同一幂等键的请求内容不变，或换新键", "the same request for the same key, or a new key"),
        new($"这个幂等键已用于另一请求：{field} 不同", $"This idempotency key was used for another request: {field} differs"));

    public static Refusal Key(string key) => Make("WEB-0104", "Idempotency-Key", key.Length <= 60 ? key : key[..60], new("1 到 100 个可见 ASCII 字符", "1 to 100 visible ASCII characters"),
        new("幂等键写法有误", "The idempotency key cannot be used"));

    public static Refusal NotFound(string what, string id) => Make("WEB-0105", what, id, new("存在且对您可见的记录", "a record that exists and that you may see"),
        new("没有这条记录", "There is no such record"));

    public static Refusal Query(string name, string found, Words expected) => Make("WEB-0106", name, found, expected,
        new("查询条件有误", "The query cannot be used"));

    /// <summary>One of a few words was wanted.</summary>
    public static Refusal OneOf(string name, string found, IEnumerable<string> words) => Query(name, found, Words.Same(string.Join(" | ", words)));

    /// <summary>Null where nothing was asked for, or one of the words.</summary>
    public static Refusal? Word(string name, string? found, IReadOnlyCollection<string> words) => string.IsNullOrEmpty(found) || words.Contains(found) ? null : OneOf(name, found, words);

    public static Refusal Zero(string path) => Make("WEB-0107", path, "\\0", new("不含 U+0000 的文本", "text without U+0000"),
        new("文本含有空字符", "The text holds a NUL character"));

    public static Refusal Foreign(string found) => Make("WEB-0108", "Origin", found, new("由本系统页面或本机程序发出的请求", "a request of this product's pages or of a program"),
        new("其他网站发起的请求不予受理", "Requests made by other sites are not served"));

    public static Refusal ContentType(string found) => Make("WEB-0109", "Content-Type", found, Words.Same("application/json"),
        new("请求内容类型不对", "The request has the wrong content type"));

    public static Refusal Fault(string id) => Make("WEB-0500", "", id, new("—", "—"),
        new("系统内部出错，请报告请求编号", "Our fault; please report the request id"));

    public static Refusal NoAct(string route) => Make("WEB-0501", "", route, new("写明所需权限的接口", "an endpoint that names its act"),
        new("系统内部出错：接口未写明所需权限，不予开放", "Our fault: the endpoint names no act and is closed"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
