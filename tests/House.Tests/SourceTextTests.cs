namespace Zhirong.House.Tests;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("a(); // code", "a();")]
    [InlineData("a(/* code */);", "a(          );")]
    [InlineData("/// <c>code</c>", "")]
    [InlineData("#region it's code", "")]
    [InlineData("var s = \"code\";", "var s = \"    \";")]
    [InlineData("var s = \"a\\\"code\";", "var s = \"       \";")]
    [InlineData("var s = @\"a\"\"code\\\"; b();", "var s = @\"        \"; b();")]
    [InlineData("var c = '\"'; b();", "var c = ' '; b();")]
    [InlineData("var s = \"\"; b();", "var s = \"\"; b();")]
    [InlineData("var s = $\"code {b(\"code\")} code\";", "var s = $\"     {b(\"    \")}     \";")]
    [InlineData("var s = $\"{{code}} {b:yyyy'code'}\"; c();", "var s = $\"         {b           }\"; c();")]
    [InlineData("var s = $\"{global::A.B:code} {(a ? \"code\" : b)}\"; c();", "var s = $\"{global::A.B     } {(a ? \"    \" : b)}\"; c();")]
    [InlineData("var s = $\"{a is { B: 1 }}code\"; c();", "var s = $\"{a is { B: 1 }}    \"; c();")]
    [InlineData("var s = @\"\"\"code\"; c();", "var s = @\"      \"; c();")]
    [InlineData("var s = \"\"\"a \"code\" a\"\"\"; b();", "var s = \"\"\"          \"\"\"; b();")]
    [InlineData("var s = $$\"\"\"{code} {{b()}} code\"\"\"; c();", "var s = $$\"\"\"       {{b()}}     \"\"\"; c();")]
    public void CodeOnly_TextThatIsNotCode_IsBlanked(string source, string code) =>
        Assert.Equal(code, SourceText.CodeOnly(source).TrimEnd());

    [Fact]
    public void CodeOnly_AnyFileOfOurs_KeepsEveryLineAndPosition()
    {
        foreach (var file in Repository.FilesUnder("src", "*.cs").Concat(Repository.FilesUnder("tests", "*.cs")))
        {
            var source = Repository.Read(file);
            var code = SourceText.CodeOnly(source);
            Assert.Equal(source.Length, code.Length);
            Assert.Equal(source.Count(c => c == '\n'), code.Count(c => c == '\n'));
            Assert.True(code.Count(c => c == '{') == code.Count(c => c == '}'), $"{file}: the braces left do not match");
        }
    }
}
