package org.undersigned.wording;

import java.time.LocalDate;

final class TraditionalChinese implements Words {
    static final Words WORDS = new TraditionalChinese();

    private TraditionalChinese() {}

    @Override
    public String statement() {
        return "聲明";
    }

    @Override
    public String category() {
        return "類別";
    }

    @Override
    public String name() {
        return "姓名";
    }

    @Override
    public String organisation() {
        return "組織";
    }

    @Override
    public String affiliation() {
        return "所屬機構";
    }

    @Override
    public String contact() {
        return "聯絡人（不公開）";
    }

    @Override
    public String publicList() {
        return "公開名單";
    }

    @Override
    public String listed() {
        return "列出名稱";
    }

    @Override
    public String unlisted() {
        return "不列出，只計入總數";
    }

    @Override
    public String colon() {
        return "：";
    }

    @Override
    public String date(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    @Override
    public String confirmationHeading(Signing signing) {
        return signing.organisation() ? "請確認貴組織的簽署" : "請確認您的簽署";
    }

    @Override
    public String checkWhatYouSign(Signing signing) {
        return signing.organisation() ? "以下是您即將代表「" + signing.name() + "」簽署的內容，請核對是否正確。" : "以下是您即將簽署的內容，請核對是否正確。";
    }

    @Override
    public String sign(Signing signing) {
        return signing.organisation() ? "代表「" + signing.name() + "」簽署" : "以「" + signing.name() + "」的名義簽署";
    }

    @Override
    public String nothingSignedYet() {
        return "在您按下按鈕之前，簽署不會生效。如果您並未要求簽署，直接關閉本頁即可。";
    }

    @Override
    public String signAgainToCorrect() {
        return "內容有誤？請以正確的資料重新簽署，我們會寄給您新的連結。";
    }

    @Override
    public String addressStaysPrivate() {
        return "您的電子郵件地址絕不會公開。";
    }

    @Override
    public String confirmedHeading() {
        return "謝謝您，簽署已確認";
    }

    @Override
    public String countedAndListed() {
        return "這份簽署已計入總數，幾分鐘內便會出現在公開名單上。";
    }

    @Override
    public String countedNotListed() {
        return "這份簽署已計入總數，並依照您的意願不列入公開名單。";
    }

    @Override
    public String reviewComes() {
        return "聲明發起人審閱之後，這份簽署才會計入總數。您無需再做任何事。";
    }

    @Override
    public String withdrawAnyTime() {
        return "您隨時可以使用我們郵件中的連結撤回簽署。";
    }

    @Override
    public String backToStatement() {
        return "返回聲明";
    }

    @Override
    public String withdrawalHeading() {
        return "要撤回這份簽署嗎？";
    }

    @Override
    public String whatWithdrawingDoes() {
        return "撤回之後，這份簽署既不計入總數，也不列入名單。您隨時可以重新簽署。";
    }

    @Override
    public String withdraw() {
        return "撤回簽署";
    }

    @Override
    public String closeToKeep() {
        return "如要保留簽署，直接關閉本頁即可。";
    }

    @Override
    public String withdrawnHeading() {
        return "簽署已撤回";
    }

    @Override
    public String neitherCountedNorListed() {
        return "這份簽署既不計入總數，也不列入名單。公開名單會在幾分鐘內更新。";
    }

    @Override
    public String welcomeToSignAgain() {
        return "如果您改變主意，歡迎再次簽署。";
    }

    @Override
    public String expiredHeading() {
        return "這個連結已過期";
    }

    @Override
    public String linksExpire() {
        return "我們郵件中的連結只在一段時間內有效，未在期限內確認的簽署不會計入總數。";
    }

    @Override
    public String signAgainForNewLink() {
        return "如要簽署或取得新的連結，請在聲明頁面重新簽署。";
    }

    @Override
    public String supersededHeading() {
        return "我們已寄出更新的郵件";
    }

    @Override
    public String useNewestMail() {
        return "這個連結寄出之後，有人以同一個電子郵件地址重新簽署。請使用最新一封郵件中的連結。";
    }

    @Override
    public String refusedHeading() {
        return "這份簽署未獲接納";
    }

    @Override
    public String refused() {
        return "聲明發起人審閱之後，沒有接納這份簽署，因此不計入總數。";
    }

    @Override
    public String unknownLinkHeading() {
        return "我們無法辨認這個連結";
    }

    @Override
    public String copyWholeLink() {
        return "連結可能在傳送途中被截斷了。請從我們的郵件中複製完整的地址，或在郵件中再點一次連結。";
    }

    @Override
    public String failedHeading() {
        return "我們的系統出了問題";
    }

    @Override
    public String tryAgainSoon() {
        return "非常抱歉，請過幾分鐘再試一次。";
    }

    @Override
    public String tellRequestNumber() {
        return "如果問題再次發生，請將以下編號告知聲明發起人。";
    }

    @Override
    public String requestNumber() {
        return "請求編號";
    }

    @Override
    public String greeting() {
        return "您好：";
    }

    @Override
    public String statementHere() {
        return "聲明頁面：";
    }

    @Override
    public String confirmationSubject(Signing signing) {
        return signing.organisation()
                ? "請確認「" + signing.name() + "」的簽署：《" + signing.title() + "》"
                : "請確認您的簽署：《" + signing.title() + "》";
    }

    @Override
    public String oneStepLeft(Signing signing) {
        return signing.organisation()
                ? "感謝您代表「" + signing.name() + "」簽署《" + signing.title() + "》。還差一步：請確認這份簽署。"
                : "感謝您簽署《" + signing.title() + "》。還差一步：請確認是您本人簽署。";
    }

    @Override
    public String openAndPress() {
        return "請開啟以下頁面，並按下頁面上的按鈕：";
    }

    @Override
    public String checkAndConfirm() {
        return "核對並確認";
    }

    @Override
    public String whenYouDoNothing(LocalDate lastDay) {
        return "連結的有效期至" + date(lastDay) + "。如果您不採取任何行動，這份簽署不會計入總數，並會在該日之後刪除。" + "除非有人再次以這個地址簽署，否則我們不會再寄信給您。";
    }

    @Override
    public String notYou() {
        return "不是您本人簽署的嗎？您可以置之不理，或立即在此撤回：";
    }

    @Override
    public String alreadySignedSubject(Signing signing) {
        return signing.organisation()
                ? "「" + signing.name() + "」已經簽署過：《" + signing.title() + "》"
                : "您已經簽署過：《" + signing.title() + "》";
    }

    @Override
    public String alreadySigned(Signing signing) {
        return "剛才有人（可能就是您）以這個電子郵件地址再次" + (signing.organisation() ? "代表「" + signing.name() + "」" : "") + "簽署《"
                + signing.title() + "》。原有的簽署仍在，內容沒有任何改變。";
    }

    @Override
    public String isPublished() {
        return "這份簽署已確認，並已計入總數。";
    }

    @Override
    public String isInReview() {
        return "這份簽署已確認，聲明發起人審閱之後才會計入總數。";
    }

    @Override
    public String isRejected() {
        return "這份簽署已確認，但聲明發起人沒有接納，因此不計入總數。";
    }

    @Override
    public String nothingToDo() {
        return "您無需採取任何行動；即使剛才簽署的不是您，也是如此。";
    }

    @Override
    public String withdrawHere() {
        return "如要撤回簽署，請開啟以下頁面：";
    }

    @Override
    public String rejectedSubject(Signing signing) {
        return (signing.organisation() ? "「" + signing.name() + "」的簽署未獲接納：《" : "您的簽署未獲接納：《") + signing.title() + "》";
    }

    @Override
    public String notAccepted(Signing signing) {
        return "《" + signing.title() + "》的發起人審閱了您" + (signing.organisation() ? "代表「" + signing.name() + "」" : "")
                + "的簽署，但沒有接納。這份簽署既不計入總數，也不列入名單。";
    }

    @Override
    public String because(Rejection reason) {
        return switch (reason) {
            case FORGED -> "原因：發起人認為是他人冒用這個名稱簽署。";
            case NO_MANDATE -> "原因：發起人無法確認您有權以這個名稱簽署。";
            case DUPLICATE -> "原因：同一位簽署者已經簽署過。";
            case NOT_GENUINE -> "原因：發起人懷疑名稱及相關資料並非真實。";
            case OFFENSIVE -> "原因：發起人認為簽署的內容令人反感。";
            case WRONG_CATEGORY -> "原因：這份簽署不屬於這個類別。您可以撤回，再以正確的類別重新簽署。";
            case ON_REQUEST -> "原因：這是應您本人或您的代表要求而作出的決定。";
            case OTHER -> "發起人可以告訴您原因。";
        };
    }

    @Override
    public String whatStaysKept() {
        return "我們會保存這份簽署和您的電子郵件地址，以免重複審閱，但不會公開任何內容。如果您撤回簽署，所有資料會在一段時間後刪除。";
    }

    @Override
    public String askOrganisers() {
        return "如有錯誤，請聯絡聲明發起人。";
    }

    @Override
    public String askOrganisersHere() {
        return "如有錯誤，請透過聲明頁面聯絡發起人：";
    }
}
