"""Words that a line should not part: Vietnamese ones of two syllables, written with a space; Chinese ones that ICU's
dictionary lacks; Korean ones of two words that are one to a reader.

Everyday words and those of health and exercise, of the language and not of any sheet. What is missing may be parted.
"""

from __future__ import annotations

VIETNAMESE = frozenset(
    word.strip()
    for word in """
an toàn, ban đầu, bao giờ, bao lâu, bao nhiêu, buông lỏng, buồn nôn, bài tập, bàn chân, bàn tay, bàng quang, bác sĩ,
bánh xe, báo cáo, bây giờ, bên cạnh, bên kia, bên phải, bên trái, bình thường, bình tĩnh, bước chân, bả vai, bản dịch,
bảo vệ, bất cứ, bất kỳ, bất thường, bắp chân, bắt đầu, bệnh nhân, bệnh viện, bị thương, bỏ qua, bỏ sót, bộ phận, can
thiệp, cao huyết, chi tiết, chuyên gia, chuyên khoa, chuyên viên, chuyển động, châm chích, chóng mặt, chú thích, chú
ý, chúng tôi, chăm sóc, chườm lạnh, chườm ấm, chảy máu, chấn thương, chấp nhận, chất lượng, chẩn đoán, chậm rãi, chắc
chắn, chặt chẽ, chỉ định, chỉnh hình, chống tay, chụp phim, chủ ý, chức năng, chứng minh, chữa trị, con lăn, cong
lưng, cá chân, cánh tay, cân bằng, cân nặng, câu hỏi, cùng lúc, căng cơ, căng thẳng, cơ bắp, cơ bụng, cơ thể, cương
cứng, cả hai, cảm giác, cảm thấy, cảnh báo, cấp cứu, cần thiết, cẩn thận, cẳng chân, cẳng tay, cố gắng, cố ý, cổ chân,
cổ họng, cổ tay, cột sống, cục máu, cứng khớp, cứng lưng, cử động, danh sách, di chuyển, dinh dưỡng, do đó, duy trì,
dáng đi, dính khớp, dùng thuốc, dạ dày, dạng thấp, dấu hiệu, dễ chịu, dễ dàng, dị tật, dị ứng, dọc theo, dừng lại, dữ
dội, ghi chú, ghế ngồi, ghế tựa, giày dép, giãn cơ, giãn lưng, giúp đỡ, giường bệnh, giải thích, giảm đau, giữ yên,
giữa chừng, gót chân, gần đây, gập gối, gập người, gọi ngay, hai bên, hiện tại, hiệu quả, hoàn toàn, hoạt động, huyết
khối, huyết áp, hàng ngày, hình dạng, hình thành, hít thở, hít vào, hô hấp, hôm nay, hông lưng, hơi thở, hướng dẫn,
hướng tới, hạn chế, hậu môn, hằng ngày, hẹn giờ, hỗ trợ, hộ sinh, hội chứng, hợp tác, hụt hơi, khiêng vác, khoa học,
khoanh tay, khoảng cách, khuyên dùng, khuyến cáo, khuỷu tay, khác nhau, khác thường, khám bệnh, khó chịu, khó khăn,
khó ngủ, khó thở, khô ráo, không thể, khăn tắm, khả năng, khẩn cấp, khỏe mạnh, khớp gối, khớp háng, khớp vai, khởi
động, kim châm, kiểm soát, kiểm tra, kèm theo, kéo dài, kéo giãn, kế hoạch, kết hợp, kết quả, kết thúc, kịp thời, kỹ
thuật, liên hệ, liên quan, liên tục, liệu pháp, lo lắng, loãng máu, loãng xương, luyện tập, làm việc, lâu dài, lâu
ngày, líu lưỡi, lòng bàn, lúc này, lúc đầu, lưng dưới, lưng ghế, lưng trên, lưu thông, lần đầu, lập tức, lịch sự, lớn
tuổi, lời khuyên, lợi ích, lựa chọn, mang thai, miếng dán, miễn dịch, miễn phí, mong đợi, mát xa, máu đông, mí mắt,
mông đùi, mất máu, mất ngủ, mắt cá, mặc dù, mềm mại, mệnh lệnh, mệt mỏi, mọi người, mỗi bên, mỗi lần, mỗi ngày, mỗi
tuần, một chút, một lúc, một nửa, mở rộng, mức độ, ngay lập, nghiêm trọng, nghiên cứu, nghiêng người, nghỉ ngơi, nguy
cơ, nguy hiểm, nguyên nhân, nguồn gốc, ngã nặng, ngón chân, ngón tay, ngôn ngữ, người bệnh, người lớn, ngược lại, ngất
xỉu, ngồi dậy, ngồi thẳng, ngồi xuống, nhanh chóng, nhiều lần, nhiễm khuẩn, nhiễm trùng, nhân viên, nhãn áp, như nhau,
như vậy, nhược điểm, nhật ký, nhắc nhở, nhẹ nhàng, những gì, nâng lên, nước tiểu, nắn chỉnh, nằm nghiêng, nằm ngửa,
nằm sấp, nội dung, phiên bản, phát triển, phê duyệt, phía dưới, phía sau, phía trên, phía trước, phòng khám, phòng
ngừa, phù hợp, phương pháp, phần dưới, phần lớn, phần trên, phẫu thuật, quan hệ, quan trọng, quyết định, quý vị, quả
bóng, ra máu, rách da, rối loạn, rủi ro, sa ruột, sau khi, sau này, sau đó, sinh dục, sinh hoạt, so với, sàn chậu, sẵn
sàng, sổ mũi, sụt cân, sức khỏe, sử dụng, tai biến, tai nạn, tham khảo, thang điểm, thay đổi, theo dõi, thoát vị,
thoải mái, thuốc men, thân người, thân thể, thích hợp, thói quen, thông báo, thông tin, thường gặp, thường xuyên, thả
lỏng, thảm tập, thần kinh, thận trọng, thắt lưng, thể chất, thể dục, thể thao, thị lực, thỏa thuận, thời gian, thở ra,
thứ tự, thực hiện, tiến triển, tiếng anh, tiếng kêu, tiếng việt, tiếp theo, tiếp tục, tiền sử, tiểu đường, trang bị,
triệu chứng, trong vòng, trung bình, truyền thống, trào ngược, tránh xa, trình duyệt, trước khi, trước ngực, trước
đây, trường hợp, trả lời, trật khớp, trị liệu, trọng lượng, trở lại, trở về, trợ giúp, tuyệt đối, tuần hoàn, tác dụng,
tác hại, tái khám, tâm thần, tê bì, tìm hiểu, tình dục, tình trạng, tóm tắt, tăng cường, tăng dần, tăng nhãn, tư thế,
tư vấn, tương tự, tại chỗ, tại nhà, tạm thời, tất cả, tần suất, tập luyện, tốt nhất, tổn thương, tổng cộng, tờ giấy,
từ từ, từng bước, tự lập, tự tin, ung thư, uống thuốc, vai gáy, viêm gan, viêm khớp, viên thuốc, việc làm, vì sao,
vòng tròn, vùng kín, vận động, vật lý, vết thương, vụng về, vừa phải, vững chắc, xoa bóp, xoay người, xoay vòng, xuất
hiện, xuất huyết, xét nghiệm, xương chậu, xương cụt, xương khớp, xương sườn, xương sống, xương đòn, xảy ra, xử lý, y
học, y tá, y tế, yên tâm, yêu cầu, yếu cơ, yếu tố, yếu đi, áp lực, ê ẩm, ý kiến, đau lưng, đau nhói, đau nhức, đau
đầu, đi bộ, đi tiểu, điều chỉnh, điều này, điều trị, điều đó, điểm số, điện thoại, đo lường, đàn hồi, đào tạo, đánh
dấu, đánh giá, đùi trong, đúng cách, đĩa đệm, đường huyết, đại tiện, đầu gối, đầu tiên, đến mức, đối diện, đồng hồ,
đồng thời, đồng ý, đổi bên, động kinh, động mạch, động tác, đột ngột, đột quỵ, đỡ đau, đỡ đầu, đứng dậy, đứng lên,
đứng thẳng, ưu điểm, ưỡn lưng, ổn định
""".replace("\n", " ").split(",")
)

CHINESE = frozenset({"当洛斯", "埃勒斯", "大多数", "反流", "放平", "胃酸反流", "小中风"})

KOREAN = frozenset({"임신 중"})
