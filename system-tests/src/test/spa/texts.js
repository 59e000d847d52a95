const KEY = 'congvu.language';

const TEXTS = {
  vi: {
    skip: 'Đến nội dung chính',
    tasks: 'Việc của tôi',
    board: 'Tiến độ kỳ đánh giá',
    other: 'English',
    logout: 'Đăng xuất',
    login: 'Đăng nhập',
    loggedOut: 'Bạn đã đăng xuất',
    loggedOutMore: 'Phiên làm việc đã kết thúc ở đây và ở nơi đăng nhập.',
    places: 'Các trang',
    tasksLead: 'Những việc đang chờ bạn, tháng sớm nhất đứng trước.',
    noTasks: 'Không còn việc nào chờ bạn.',
    waiting: 'Đang chờ người khác',
    noWaiting: 'Không có phiếu nào.',
    PLAN: 'Đăng ký nhiệm vụ',
    SELF: 'Tự chấm điểm',
    month: 'tháng',
    open: 'Mở',
    rules: 'Bộ quy tắc',
    back: 'Về danh sách',
    total: 'Tổng điểm',
    of: 'trên',
    most: 'tối đa',
    comment: 'Tự nhận xét',
    commentPlan: 'Nhiệm vụ trong kỳ',
    optional: 'không bắt buộc',
    submit: 'Nộp',
    submitting: 'Đang nộp…',
    submitted: 'Đã nộp.',
    notANumber: 'Nhập một số, ví dụ 4,5.',
    wrong: 'Chưa nộp được',
    changed: 'Phiếu vừa được thay đổi ở nơi khác. Điểm bạn nhập vẫn còn; hãy kiểm tra và nộp lại.',
    unsure: 'Không biết yêu cầu đã đến chưa. Hãy nộp lại: gửi hai lần cũng chỉ tính một lần.',
    draft: 'Đã khôi phục những gì bạn nhập trước khi đăng nhập lại.',
    noPart: 'Tài khoản này không có vai trò trong đánh giá.',
    failed: 'Không tải được',
    again: 'Thử lại',
    closing: 'Kỳ và cơ quan',
    noClosings: 'Chưa có kỳ đánh giá nào được mở.',
    state: 'Trạng thái',
    sheets: 'Số phiếu',
    awaits: 'Bước tiếp theo',
    who: 'Người thực hiện',
    due: 'Hạn',
    late: 'quá hạn',
    updated: 'Cập nhật lúc',
    live: 'Trực tiếp',
    polling: 'Tự tải lại',
    failing: 'Mất kết nối, đang thử lại',
    paused: 'Tạm dừng: chạm vào trang để tiếp tục',
    share: 'Phần việc đã xong đến đâu',
    missing: 'Không có trang này.',
    OPENED: 'Mới mở',
    PLANNED: 'Đã đăng ký nhiệm vụ',
    SELF_SCORED: 'Đã tự chấm điểm',
    COLLECTIVE_REVIEWED: 'Tập thể đã nhận xét',
    MANAGER_SCORED: 'Quản lý đã chấm điểm',
    DECIDED: 'Đã quyết định',
    PUBLISHED: 'Đã công khai',
    LOCKED: 'Đã khóa',
    'next.PLANNED': 'Đăng ký nhiệm vụ',
    'next.SELF_SCORED': 'Tự chấm điểm',
    'next.COLLECTIVE_REVIEWED': 'Tập thể nhận xét',
    'next.MANAGER_SCORED': 'Quản lý chấm điểm',
    'next.DECIDED': 'Quyết định xếp loại',
    'next.PUBLISHED': 'Công khai',
    'next.LOCKED': 'Khóa kỳ',
    SUBJECT: 'Người được đánh giá',
    MANAGER: 'Quản lý trực tiếp',
    DECIDER: 'Người quyết định',
    KEEPER: 'Cán bộ tổ chức',
    OPEN: 'Đang mở',
  },
  en: {
    skip: 'Skip to the content',
    tasks: 'My tasks',
    board: 'Closing board',
    other: 'Tiếng Việt',
    logout: 'Log out',
    login: 'Log in',
    loggedOut: 'You are logged out',
    loggedOutMore: 'The session has ended, here and where you logged in.',
    places: 'Pages',
    tasksLead: 'What waits for you, the earliest month first.',
    noTasks: 'Nothing waits for you.',
    waiting: 'Waiting for others',
    noWaiting: 'No sheets.',
    PLAN: 'Register tasks',
    SELF: 'Score yourself',
    month: 'month',
    open: 'Open',
    rules: 'Rule set',
    back: 'Back to the list',
    total: 'Total',
    of: 'of',
    most: 'at most',
    comment: 'Your own assessment',
    commentPlan: 'Tasks of the month',
    optional: 'optional',
    submit: 'Submit',
    submitting: 'Submitting…',
    submitted: 'Submitted.',
    notANumber: 'Enter a number, for example 4.5.',
    wrong: 'Not submitted',
    changed: 'The sheet was changed elsewhere. What you entered is still here; check it and submit again.',
    unsure: 'Nobody knows whether the request arrived. Submit again: sent twice, it counts once.',
    draft: 'What you had entered before you logged in again is back.',
    noPart: 'This account has no role in evaluation.',
    failed: 'This could not be loaded',
    again: 'Try again',
    closing: 'Month and agency',
    noClosings: 'No month has been opened yet.',
    state: 'State',
    sheets: 'Sheets',
    awaits: 'Next step',
    who: 'By',
    due: 'Due',
    late: 'late',
    updated: 'Updated at',
    live: 'Live',
    polling: 'Reloads by itself',
    failing: 'Connection lost, trying again',
    paused: 'Paused: touch the page to go on',
    share: 'How far the sheets are',
    missing: 'There is no such page.',
    OPENED: 'Opened',
    PLANNED: 'Tasks registered',
    SELF_SCORED: 'Self-scored',
    COLLECTIVE_REVIEWED: 'Reviewed by the collective',
    MANAGER_SCORED: 'Scored by the manager',
    DECIDED: 'Decided',
    PUBLISHED: 'Published',
    LOCKED: 'Locked',
    'next.PLANNED': 'Register tasks',
    'next.SELF_SCORED': 'Self-score',
    'next.COLLECTIVE_REVIEWED': 'Review by the collective',
    'next.MANAGER_SCORED': 'Score by the manager',
    'next.DECIDED': 'Decision',
    'next.PUBLISHED': 'Publication',
    'next.LOCKED': 'Lock',
    SUBJECT: 'Person rated',
    MANAGER: 'Direct manager',
    DECIDER: 'Who decides',
    KEEPER: 'Personnel officer',
    OPEN: 'Open',
  },
};

/** vi unless the person chose English here. */
export function language() {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
}

export function toggleLanguage() {
  localStorage.setItem(KEY, language() === 'vi' ? 'en' : 'vi');
}

export function t(key) {
  return TEXTS[language()][key] ?? key;
}

/** 2026-07 as 07/2026. */
export function month(period) {
  return period.split('-').reverse().join('/');
}

/** 2026-07-25 as 25/07/2026. */
export function day(date) {
  return date.split('-').reverse().join('/');
}

/** A decimal comma in Vietnamese, and no zeros that say nothing. */
export function number(units) {
  const text = (units / 10000n).toString() + '.' + (units % 10000n).toString().padStart(4, '0');
  const short = text.replace(/\.?0+$/, '');
  return language() === 'vi' ? short.replace('.', ',') : short;
}

/** Points as ten-thousandths, exactly; null if it is no number of at most four decimals. */
export function units(text) {
  const found = /^(\d{1,6})(?:[.,](\d{1,4}))?$/.exec(String(text).trim());
  return found ? BigInt(found[1]) * 10000n + BigInt((found[2] ?? '').padEnd(4, '0')) : null;
}
