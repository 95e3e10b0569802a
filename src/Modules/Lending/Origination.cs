using Zhirong.Engine.Credit;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Products;
using Zhirong.Modules.Policy;

namespace Zhirong.Modules.Lending;

/// <summary>What lending decides by that comes with the product.</summary>
/// <param name="Products">Loan products, by id.</param>
/// <param name="Policies">Credit policies, by id.</param>
/// <param name="Lpr">Published loan prime rates.</param>
public sealed record OriginationShelf(IReadOnlyList<ShippedProduct> Products, IReadOnlyList<ShippedPolicy> Policies, LprTable Lpr);

/// <summary>What use cases from product to decision work with.</summary>
internal sealed class Origination(LendingDesk lending, OriginationShelf shelf, LoanLaw law, AidDoor aid)
{
    public LendingDesk Lending => lending;

    public OriginationShelf Shelf => shelf;

    public LoanLaw Law => law;

    public AidDoor Aid => aid;
}
