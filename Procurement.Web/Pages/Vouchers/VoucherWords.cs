using Procurement.Application.Vouchers.ListPayments;
using Procurement.Domain.Vouchers;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>States of the money side in words, each with its tone.</summary>
public static class VoucherWords
{
    public static StateView StateOf(ITexts texts, PaymentState state)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new StateView(texts.Of(state), state switch
        {
            PaymentState.Paid => Tone.Good,
            PaymentState.Failed => Tone.Bad,
            PaymentState.Approved or PaymentState.Exported => Tone.Info,
            _ => Tone.Neutral,
        });
    }

    public static StateView StateOf(ITexts texts, FileItemState state)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new StateView(texts.Of(state), state switch
        {
            FileItemState.Shown => Tone.Good,
            FileItemState.Attached => Tone.Info,
            FileItemState.Missing => Tone.Bad,
            FileItemState.Waiting => Tone.Caution,
            _ => Tone.Neutral,
        });
    }

    public static StateView StateOf(ITexts texts, PaymentFilter stands)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new StateView(texts.Of(stands), stands switch
        {
            PaymentFilter.Paid => Tone.Good,
            PaymentFilter.Failed or PaymentFilter.Ended => Tone.Bad,
            PaymentFilter.InRoute or PaymentFilter.Ordered => Tone.Caution,
            PaymentFilter.Approved or PaymentFilter.Exported => Tone.Info,
            _ => Tone.Neutral,
        });
    }
}
