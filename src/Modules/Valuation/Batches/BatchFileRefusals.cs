using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation.Batches;

/// <summary>The numbered refusals of templates of batches (VAL-093x).</summary>
internal static class BatchFileRefusals
{
    public static Refusal NotATemplate(string path, string found) => ValuationRefusals.Make("VAL-0931", path, found, new("下载的模板：zhirong/batch-template/v1 的 JSON，或依次为批次、权利、参数三张表、第二行为列名的工作簿", "a downloaded template: JSON of zhirong/batch-template/v1, or a workbook of the sheets batch, rights, parameters whose second row names the columns"), new("这不是批量模板", "This is no template of a batch"));

    public static Refusal NoGroup(string found, IEnumerable<string> known) => ValuationRefusals.Make("VAL-0932", "parameters.group", found, Words.Same(string.Join(" | ", known)), new("参数所指的组不在权利表中", "The parameters speak of a group that has no right"));

    public static Refusal NoFirm(string group, string found) => ValuationRefusals.Make("VAL-0933", $"groups.{group}.firm", found, new("登记簿中企业的统一社会信用代码", "the credit code of a firm in the register"), new("没有这家企业", "There is no such firm"));

    public static Refusal NoProduct(string group, string found, IEnumerable<string> known) => ValuationRefusals.Make("VAL-0934", $"groups.{group}.product", found, Words.Same(string.Join(" | ", known)), new("该企业没有这一产品", "The firm has no such product"));

    public static Refusal NoRight(string group, string found) => ValuationRefusals.Make("VAL-0935", $"groups.{group}.rights", found, new("登记簿中唯一的权利号码", "a number that names one right of the register"), new("号码没有指向唯一的权利", "The number names no right, or several"));
}
