package org.undersigned.wording;

import java.time.LocalDate;

final class TraditionalChinese implements Messages {
    static final Messages MESSAGES = new TraditionalChinese();

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
    public String honorific() {
        return "稱謂";
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
    public String organiser() {
        return "發起人";
    }

    @Override
    public String privacyNotice() {
        return "私隱聲明";
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
    public String signedOn() {
        return "簽署日期";
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
    public String standing(Standing standing) {
        return switch (standing) {
            case PUBLISHED -> "這份簽署已確認，並已計入總數。";
            case IN_REVIEW -> "這份簽署已確認，聲明發起人審閱之後才會計入總數。";
            case REJECTED -> "聲明發起人審閱之後，沒有接納這份簽署，因此不計入總數。";
        };
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
    public String addressStaysPrivate() {
        return "您的電子郵件地址絕不會公開。";
    }

    @Override
    public String askOrganisers() {
        return "如有錯誤，請聯絡聲明發起人。";
    }

    @Override
    public String confirmationHeading(Signing signing) {
        return signing.organisation() ? "請確認貴組織的簽署" : "請確認您的簽署";
    }

    @Override
    public String readText() {
        return "閱讀聲明全文";
    }

    @Override
    public String checkWhatYouSign(Signing signing) {
        return signing.organisation() ? "以下是您即將代表組織簽署的內容，請核對是否正確。" : "以下是您即將簽署的內容，請核對是否正確。";
    }

    @Override
    public String sign(Signing signing) {
        return (signing.organisation() ? "代表「" : "以「")
                + Isolate.of(signing.name())
                + (signing.organisation() ? "」簽署" : "」的名義簽署");
    }

    @Override
    public String nothingSignedYet() {
        return "在您按下按鈕之前，簽署不會生效。如果您並未要求簽署，直接關閉本頁即可。";
    }

    @Override
    public String signAgainToCorrect() {
        return "內容有誤？請重新填寫表格，我們會寄給您新的連結。";
    }

    @Override
    public String otherRequestsHeading() {
        return "以此電子郵件地址提出的其他簽署請求";
    }

    @Override
    public String otherRequests() {
        return "這些請求也是有人（可能就是您）提出的，其中有些可能與您無關。除非您按下該項請求的按鈕，否則不會簽署任何內容。";
    }

    @Override
    public String confirmedHeading() {
        return "謝謝您，簽署已確認";
    }

    @Override
    public String receiptComes() {
        return "我們會寄給您一封回執郵件，您隨時可以使用其中的連結更改或撤回簽署。";
    }

    @Override
    public String backToStatement() {
        return "返回聲明";
    }

    @Override
    public String alreadySignedHeading(Signing signing) {
        return signing.organisation() ? "貴組織已經簽署過" : "您已經簽署過";
    }

    @Override
    public String nothingSignedAgain() {
        return "這個電子郵件地址先前已透過另一項請求完成簽署，該份簽署沒有任何改變。";
    }

    @Override
    public String howToChange() {
        return "如要更改，請開啟回執郵件中的連結。如果您已沒有該封郵件，請在聲明頁面查詢您的簽署狀況，我們會把連結寄給您。";
    }

    @Override
    public String nothingHappenedHeading() {
        return "尚未進行任何操作";
    }

    @Override
    public String openLinkAndPress() {
        return "請再次開啟我們郵件中的連結，並按下該頁面上的按鈕。";
    }

    @Override
    public String withdrawalHeading() {
        return "要撤回這份簽署嗎？";
    }

    @Override
    public String whatWithdrawingDoes(int hours) {
        return "撤回之後，這份簽署既不計入總數，也不列入名單。您可以在" + hours + "小時內取消撤回，之後您填寫的資料便會刪除。您隨時可以重新簽署。";
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
    public String takeBack(int hours) {
        return "您還可以在" + hours + "小時內取消撤回，之後您填寫的資料便會刪除。";
    }

    @Override
    public String restore() {
        return "取消撤回";
    }

    @Override
    public String restoredHeading() {
        return "這份簽署維持有效";
    }

    @Override
    public String ownHeading(Signing signing) {
        return signing.organisation() ? "貴組織的簽署" : "您的簽署";
    }

    @Override
    public String editWaitsHeading() {
        return "您的更改正在等待審閱";
    }

    @Override
    public String editWaits() {
        return "聲明發起人會審閱以下內容。在此之前，原有內容維持不變。";
    }

    @Override
    public String editRejected() {
        return "發起人沒有接納您想更改的內容。這份簽署維持不變。";
    }

    @Override
    public String editHeading() {
        return "更改簽署";
    }

    @Override
    public String save() {
        return "儲存更改";
    }

    @Override
    public String whatEditingDoes() {
        return "部分更改須先經發起人審閱。是否在名單上顯示名稱由您決定，並會立即生效。";
    }

    @Override
    public String cannotBeSaved(String fields) {
        return "無法儲存，請檢查「" + Isolate.of(fields) + "」。連結、特殊字元和過長的文字不獲接納；組織的簽署也不能改為另一個組織。";
    }

    @Override
    public String refusalHeading() {
        return "這不是您要求的嗎？";
    }

    @Override
    public String openRequests(int count) {
        return switch (count) {
            case 0 -> "目前沒有以這個電子郵件地址提出而尚待確認的簽署請求。";
            case 1 -> "有人以這個電子郵件地址要求簽署這份聲明。未經確認，簽署不會生效。";
            default -> "有人以這個電子郵件地址" + count + "次要求簽署這份聲明，此處顯示的是最新的一項請求。未經確認，簽署不會生效。";
        };
    }

    @Override
    public String whatRefusingDoes() {
        return "按下按鈕之後，以這個地址就這份聲明提出而尚待確認的所有請求都會取消。已確認的簽署不受影響；如要撤回，請使用回執郵件中的連結。";
    }

    @Override
    public String silence() {
        return "並且不再寄送任何聲明的郵件到這個地址";
    }

    @Override
    public String refuse() {
        return "這不是我要求的";
    }

    @Override
    public String silenced() {
        return "應這個地址持有人的要求，我們已不再寄送任何聲明的郵件到這個地址。";
    }

    @Override
    public String lift() {
        return "恢復寄送郵件到這個地址";
    }

    @Override
    public String refusedHeading() {
        return "請求已取消";
    }

    @Override
    public String requestsDropped() {
        return "以這個電子郵件地址就這份聲明提出的請求，已無任何一項尚待確認。這些請求沒有產生任何簽署。";
    }

    @Override
    public String liftedHeading() {
        return "這個地址已恢復接收郵件";
    }

    @Override
    public String emailComesAgain() {
        return "如要簽署聲明，請填寫該聲明的表格，我們會把確認連結寄給您。";
    }

    @Override
    public String expiredHeading() {
        return "這個連結已過期";
    }

    @Override
    public String linksExpire() {
        return "我們郵件中的連結只在一段時間內有效，未在期限內確認的請求不會成為簽署。";
    }

    @Override
    public String signAgainForNewLink() {
        return "如要簽署或取得新的連結，請在聲明頁面重新填寫表格。";
    }

    @Override
    public String requestRefusedHeading() {
        return "這項請求已被拒絕";
    }

    @Override
    public String requestRefused() {
        return "這個信箱的使用者告訴我們，這並非其本人要求。沒有簽署任何內容。";
    }

    @Override
    public String rejectedHeading() {
        return "這份簽署未獲接納";
    }

    @Override
    public String closedHeading() {
        return "這份聲明已截止簽署";
    }

    @Override
    public String closed() {
        return "聲明截止至今已超過一天，不能再簽署，也不能再確認先前的請求。";
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
    public String subject(String matter, String title) {
        return matter + "：《" + title + "》";
    }

    @Override
    public String statementHere() {
        return "聲明頁面：";
    }

    @Override
    public String changeHere() {
        return "如要查看簽署狀況或更改簽署，請開啟以下頁面：";
    }

    @Override
    public String standingHere() {
        return "如要查看簽署狀況，請開啟以下頁面：";
    }

    @Override
    public String withdrawHere() {
        return "如要撤回簽署，請開啟以下頁面：";
    }

    @Override
    public String becauseOfTheForm() {
        return "您收到這封郵件，是因為有人（可能就是您）在聲明的表格中填寫了這個電子郵件地址。";
    }

    @Override
    public String becauseYouSigned() {
        return "您收到這封郵件，是因為有人以這個電子郵件地址簽署了聲明。";
    }

    @Override
    public String refuseOrStopEmail() {
        return "這不是我要求的，或我不想再收到郵件";
    }

    @Override
    public String confirmationSubject(Signing signing) {
        return signing.organisation() ? "請確認貴組織的簽署" : "請確認您的簽署";
    }

    @Override
    public String somebodyAsked(Signing signing) {
        return "有人（很可能就是您）以這個電子郵件地址要求" + (signing.organisation() ? "代表下列組織" : "") + "簽署《" + Isolate.of(signing.title())
                + "》。目前尚未簽署任何內容。";
    }

    @Override
    public String openAndPress() {
        return "是您本人嗎？請開啟以下頁面，核對簽署內容，並按下頁面上的按鈕：";
    }

    @Override
    public String checkAndConfirm() {
        return "核對並確認";
    }

    @Override
    public String whenYouDoNothing(LocalDate lastDay) {
        return "連結的有效期至" + date(lastDay) + "。如果您不採取任何行動，就不會簽署任何內容，請求也會在該日之後刪除。";
    }

    @Override
    public String receiptSubject(Signing signing) {
        return signing.organisation() ? "貴組織的簽署已確認" : "您的簽署已確認";
    }

    @Override
    public String thanks(Signing signing) {
        return "感謝您" + (signing.organisation() ? "代表下列組織" : "") + "簽署《" + Isolate.of(signing.title()) + "》。這份簽署已確認。";
    }

    @Override
    public String keepToChange() {
        return "請保留這封郵件。您隨時可以開啟以下頁面，查看簽署狀況或更改簽署：";
    }

    @Override
    public String changedSubject(Signing signing) {
        return signing.organisation() ? "貴組織的簽署已更改" : "您的簽署已更改";
    }

    @Override
    public String changedByLink(Signing signing) {
        return "有人使用我們郵件中的連結，更改了您" + (signing.organisation() ? "代表下列組織" : "") + "對《" + Isolate.of(signing.title())
                + "》的簽署。目前的內容如下。";
    }

    @Override
    public String approvedSubject(Signing signing) {
        return signing.organisation() ? "貴組織的簽署已獲接納" : "您的簽署已獲接納";
    }

    @Override
    public String accepted(Signing signing) {
        return "《" + Isolate.of(signing.title()) + "》的發起人審閱了您" + (signing.organisation() ? "代表下列組織" : "") + "的簽署，並已接納。";
    }

    @Override
    public String rejectedSubject(Signing signing) {
        return signing.organisation() ? "貴組織的簽署未獲接納" : "您的簽署未獲接納";
    }

    @Override
    public String notAccepted(Signing signing) {
        return "《" + Isolate.of(signing.title()) + "》的發起人審閱了您" + (signing.organisation() ? "代表下列組織" : "")
                + "的簽署，但沒有接納。這份簽署既不計入總數，也不列入名單。";
    }

    @Override
    public String whatStaysKept() {
        return "我們會保存這份簽署和您的電子郵件地址，以免重複審閱，但不會公開任何內容。如果您撤回簽署，您的姓名、地址和填寫的所有資料會在幾天內刪除。";
    }

    @Override
    public String askOrganisersHere() {
        return "如有錯誤，請透過聲明頁面聯絡發起人：";
    }

    @Override
    public String alreadySignedSubject(Signing signing) {
        return signing.organisation() ? "貴組織已經簽署過" : "您已經簽署過";
    }

    @Override
    public String askedAgain(Signing signing) {
        return "有人（很可能就是您）以這個電子郵件地址再次要求" + (signing.organisation() ? "代表下列組織" : "") + "簽署《"
                + Isolate.of(signing.title()) + "》。原有的簽署仍在，內容沒有任何改變。";
    }

    @Override
    public String nothingToDo() {
        return "您無需採取任何行動；即使提出要求的不是您，也是如此。";
    }

    @Override
    public String statusSubject() {
        return "您的簽署狀況";
    }

    @Override
    public String somebodyAskedForStatus(String title) {
        return "有人（很可能就是您）查詢以這個電子郵件地址簽署《" + Isolate.of(title) + "》的狀況。";
    }

    @Override
    public String signaturesHeading() {
        return "您的簽署";
    }

    @Override
    public String openRequestsHeading() {
        return "尚未簽署：等待確認的請求";
    }

    @Override
    public String confirmUntil(LocalDate lastDay) {
        return "如要簽署，請在" + date(lastDay) + "或之前開啟以下頁面，並按下頁面上的按鈕：";
    }

    @Override
    public String nothingSigned() {
        return "沒有以這個電子郵件地址完成的簽署，也沒有等待確認的請求。如果您使用了其他地址，請以該地址查詢。如要簽署，請填寫聲明頁面上的表格。";
    }

    @Override
    public String becauseOfTheQuestion() {
        return "您收到這封郵件，是因為有人（可能就是您）在聲明頁面填寫了這個電子郵件地址來查詢。";
    }

    @Override
    public String waitingSubject() {
        return "有簽署等待審核";
    }

    @Override
    public String signaturesWait(String title) {
        return "《" + Isolate.of(title) + "》有已確認的簽署正等待審核。";
    }

    @Override
    public String howManyWait(int count) {
        return "共有" + count + "份。";
    }

    @Override
    public String oldestWaitsSince(LocalDate day) {
        return "最早的一份自" + date(day) + "起等待。";
    }

    @Override
    public String waitingNeitherCountsNorIsListed() {
        return "在審核之前，這些簽署既不計入總數，也不列入名單。";
    }

    @Override
    public String becauseYouOrganise() {
        return "您收到這封郵件，是因為聲明的設定把這個電子郵件地址列為主辦者的地址。只要還有簽署等待審核，每天會寄出一次。";
    }
}
