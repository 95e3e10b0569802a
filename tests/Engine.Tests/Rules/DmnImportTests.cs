using System.Text;
using Xunit;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Dmn;
using Zhirong.Engine.Rules.Reading;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>DMN files: names with spaces, decisions that require decisions, what is refused.</summary>
public sealed class DmnImportTests
{
    private const string Two = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="two tables">
          <itemDefinition name="tCategory"><typeRef>string</typeRef><allowedValues><text>"High", "Low"</text></allowedValues></itemDefinition>
          <inputData name="Applicant Age" id="age"><variable name="Applicant Age" typeRef="number"/></inputData>
          <decision name="Final Say" id="f">
            <variable name="Final Say" typeRef="string"/>
            <informationRequirement><requiredDecision href="#r"/></informationRequirement>
            <decisionTable hitPolicy="FIRST">
              <input><inputExpression typeRef="tCategory"><text>Risk Category</text></inputExpression></input>
              <input><inputExpression typeRef="number"><text>Applicant Age + 1</text></inputExpression></input>
              <output name="say" typeRef="string"/>
              <rule><inputEntry><text>"High"</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"no"</text></outputEntry></rule>
              <rule><inputEntry><text>not("High")</text></inputEntry><inputEntry><text>]18..66]</text></inputEntry><outputEntry><text>"yes"</text></outputEntry></rule>
              <rule><inputEntry><text></text></inputEntry><inputEntry><text></text></inputEntry><outputEntry><text>"ask"</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision name="Risk Category" id="r">
            <variable name="Risk Category" typeRef="tCategory"/>
            <informationRequirement><requiredInput href="#age"/></informationRequirement>
            <decisionTable>
              <input><inputExpression><text>Applicant Age</text></inputExpression></input>
              <output typeRef="tCategory"/>
              <rule><inputEntry><text>&lt; 21</text></inputEntry><outputEntry><text>"High"</text></outputEntry></rule>
              <rule><inputEntry><text>&gt;= 21</text></inputEntry><outputEntry><text>"Low"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;

    [Theory]
    [InlineData("20.9", "no")]
    [InlineData("21", "yes")]
    [InlineData("65", "yes")]
    [InlineData("65.1", "ask")]
    public void Import_DecisionsThatRequireDecisions_DecideInTheirOrder(string age, string says)
    {
        var made = DmnImport.Of(Encoding.UTF8.GetBytes(Two));
        Assert.True(made.Ok, made.Ok ? "" : $"{made.Refusals[0].Code} {made.Refusals[0].Path} {made.Refusals[0].Found}");
        var policy = PolicyResolution.Of(PolicyReader.Read(Encoding.UTF8.GetBytes(made.Value)).Value, []).Value;
        Assert.Equal(says, policy.Decide($"Applicant_Age: {age}").Figures.Single().Value.ToString());
    }

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions name=\"&x;\"/>", "POL-0501")]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><definitions name=\"&b;\"/>", "POL-0501")]
    [InlineData("<definitions>", "POL-0501")]
    [InlineData("", "POL-0501")]
    [InlineData("not xml", "POL-0501")]
    [InlineData("<definitions/>", "POL-0502")]
    [InlineData("<definitions><decision name='a' id='a'><context/></decision></definitions>", "POL-0503")]
    [InlineData("<definitions><decision name='a' id='a'><decisionTable hitPolicy='SOMETIMES'><input><inputExpression><text>x</text></inputExpression></input><output/><rule><inputEntry><text>1</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision></definitions>", "POL-0504")]
    [InlineData("<definitions><decision name='a' id='a'><decisionTable><input><inputExpression><text>x</text></inputExpression></input><output/><rule><inputEntry><text>1</text></inputEntry></rule></decisionTable></decision></definitions>", "POL-0505")]
    [InlineData("<definitions><decision name='a' id='a'><informationRequirement><requiredDecision href='#b'/></informationRequirement><literalExpression><text>1</text></literalExpression></decision><decision name='b' id='b'><informationRequirement><requiredDecision href='#a'/></informationRequirement><literalExpression><text>1</text></literalExpression></decision></definitions>", "POL-0506")]
    [InlineData("<definitions><decision name='a' id='a'><literalExpression><text>for i in 1..10 return i</text></literalExpression></decision></definitions>", "RULE-0106")]
    [InlineData("<definitions><decision name='a' id='a'><literalExpression><text>random()</text></literalExpression></decision></definitions>", "RULE-0109")]
    public void Import_WhatIsNoTable_IsRefused(string xml, string code)
    {
        var made = DmnImport.Of(Encoding.UTF8.GetBytes(xml));
        Assert.Equal(code, made.Ok ? null : made.Refusals[0].Code);
    }

    [Fact]
    public void Import_DeepNesting_IsRefusedWhereItBegins()
    {
        var deep = "<definitions>" + string.Concat(Enumerable.Repeat("<a>", 20_000)) + string.Concat(Enumerable.Repeat("</a>", 20_000)) + "</definitions>";
        Assert.Equal("POL-0501", DmnImport.Of(Encoding.UTF8.GetBytes(deep)).Refusals[0].Code);
    }
}
