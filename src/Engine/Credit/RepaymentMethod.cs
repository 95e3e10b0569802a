namespace Zhirong.Engine.Credit;

/// <summary>How a loan is repaid.</summary>
public enum RepaymentMethod
{
    /// <summary>到期一次还本付息（利随本清）: one payment of principal and all interest.</summary>
    Bullet,

    /// <summary>按期付息、到期还本（先息后本）.</summary>
    InterestThenBullet,

    /// <summary>等额本息.</summary>
    EqualInstalments,

    /// <summary>等额本金.</summary>
    EqualPrincipal,

    /// <summary>等本等息: interest of every period on the whole loan.</summary>
    Flat,

    /// <summary>自定义还款计划: principal as the contract lists it.</summary>
    Custom,
}
