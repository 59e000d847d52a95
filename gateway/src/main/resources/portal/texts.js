"use strict";
// The words of the page. Data (summaries, problems, changes) bring their own in both languages.
window.portalTexts = {
  vi: {
    skip: "Đến nội dung", pages: "Các trang", operations: "Thao tác", events: "Sự kiện", problems: "Mã lỗi", changes: "Thay đổi",
    login: "Đăng nhập", logout: "Đăng xuất", other: "English", nobody: "Chưa đăng nhập", searchOperations: "Tìm thao tác",
    searchProblems: "Tìm mã lỗi", hint: "Tên, địa chỉ, nhóm hoặc vai trò; không cần dấu", found: "kết quả", open: "Thử", back: "Về danh sách",
    permission: "Ai được gọi", everybody: "Mọi người, không cần đăng nhập", contract: "Hợp đồng API (OpenAPI 3.1)",
    tryHint: "Đã đăng nhập ở đây thì bấm Try it out là gọi được; hoặc dùng Authorize để lấy mã truy cập riêng.",
    noEvents: "Máy chủ này chưa công bố danh mục sự kiện.", eventsSource: "Danh mục sự kiện (AsyncAPI)", status: "Trạng thái",
    retryable: "Gửi lại có thể thành công", notFound: "Không có mã lỗi này.", failed: "Không tải được. Hãy thử lại sau.",
    loading: "Đang tải…", ADDED: "Thêm", CHANGED: "Đổi", DEPRECATED: "Sẽ bỏ", REMOVED: "Bỏ", FIXED: "Sửa",
    remain: "Phiên ở nơi cấp danh tính có thể vẫn còn."
  },
  en: {
    skip: "To the content", pages: "Pages", operations: "Operations", events: "Events", problems: "Problems", changes: "Changes",
    login: "Log in", logout: "Log out", other: "Tiếng Việt", nobody: "Not logged in", searchOperations: "Search operations",
    searchProblems: "Search problem codes", hint: "Name, address, group or role", found: "found", open: "Try", back: "Back to the list",
    permission: "Who may call it", everybody: "Everybody, without login", contract: "Contract (OpenAPI 3.1)",
    tryHint: "If you are logged in here, Try it out works at once; or use Authorize to get a token of its own.",
    noEvents: "This server does not publish a catalogue of events yet.", eventsSource: "Catalogue of events (AsyncAPI)", status: "Status",
    retryable: "may succeed when repeated", notFound: "There is no such code.", failed: "It could not be loaded. Try again later.",
    loading: "Loading…", ADDED: "Added", CHANGED: "Changed", DEPRECATED: "Will go", REMOVED: "Removed", FIXED: "Mended",
    remain: "The session at the identity provider may still be open."
  }
};
